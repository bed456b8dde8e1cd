package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Where to put instances. */
@XmlType(name = "LaunchTemplatePlacementType")
public class LaunchTemplatePlacement {
  public @Nullable String availabilityZone;

  @Unsupported @XmlTransient public @Nullable String availabilityZoneId;

  @Unsupported(except = "default")
  public @Nullable String affinity;

  public @Nullable String groupName;

  @Unsupported @XmlTransient public @Nullable String hostId;

  @Unsupported(except = "default")
  public @Nullable String tenancy;

  @Unsupported @XmlTransient public @Nullable String spreadDomain;

  @Unsupported @XmlTransient public @Nullable String hostResourceGroupArn;

  /** Of a group with partitions, from 1; any unless given. */
  public @Nullable Integer partitionNumber;

  /** Instead of the name. */
  public @Nullable String groupId;
}

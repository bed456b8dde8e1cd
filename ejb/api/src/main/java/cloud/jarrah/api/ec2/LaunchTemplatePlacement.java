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

  @Unsupported @XmlTransient public @Nullable String groupName;

  @Unsupported @XmlTransient public @Nullable String hostId;

  @Unsupported(except = "default")
  public @Nullable String tenancy;

  @Unsupported @XmlTransient public @Nullable String spreadDomain;

  @Unsupported @XmlTransient public @Nullable String hostResourceGroupArn;

  @Unsupported @XmlTransient public @Nullable Integer partitionNumber;

  @Unsupported @XmlTransient public @Nullable String groupId;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Where to put an instance. */
@XmlType(name = "PlacementRequestType")
public class PlacementRequest {
  public @Nullable String availabilityZone;

  public @Nullable String groupName;

  @Unsupported(except = "default")
  public @Nullable String tenancy;

  /** Instead of the name. */
  @Since("2016-11-15")
  public @Nullable String groupId;

  /** Of a group with partitions, from 1; any unless given. */
  @Since("2016-11-15")
  public @Nullable Integer partitionNumber;

  @Unsupported @XmlTransient public @Nullable String availabilityZoneId;

  @Unsupported(except = "default")
  @XmlTransient
  public @Nullable String affinity;

  @Unsupported @XmlTransient public @Nullable String hostId;

  @Unsupported @XmlTransient public @Nullable String spreadDomain;

  @Unsupported @XmlTransient public @Nullable String hostResourceGroupArn;
}

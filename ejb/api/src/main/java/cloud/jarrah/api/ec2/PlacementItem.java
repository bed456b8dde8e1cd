package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Where an instance is. */
@XmlType(name = "PlacementResponseType")
public class PlacementItem {
  @XmlElement(required = true)
  public String availabilityZone;

  @Since("2010-08-31")
  public @Nullable String groupName;

  @Since("2013-10-15")
  public @Nullable String tenancy;

  @Since("2016-11-15")
  public @Nullable String availabilityZoneId;

  @Since("2016-11-15")
  public @Nullable String groupId;

  @Since("2016-11-15")
  public @Nullable Integer partitionNumber;
}

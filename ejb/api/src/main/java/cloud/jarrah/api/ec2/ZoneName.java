package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A zone asked for by name. */
@XmlType(name = "DescribeAvailabilityZonesSetItemType")
public class ZoneName {
  @XmlElement(required = true)
  public @Nullable String zoneName;
}

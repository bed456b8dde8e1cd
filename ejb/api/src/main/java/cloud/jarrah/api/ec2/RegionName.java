package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A region asked for. */
@XmlType(name = "DescribeRegionsSetItemType")
public class RegionName {
  @XmlElement(required = true)
  public @Nullable String regionName;
}

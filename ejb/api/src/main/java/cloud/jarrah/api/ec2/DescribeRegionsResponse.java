package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The regions of this cloud. */
@XmlRootElement(name = "DescribeRegionsResponse")
@XmlType(name = "DescribeRegionsResponseType")
public class DescribeRegionsResponse extends Ec2Response {
  @XmlElementWrapper(name = "regionInfo")
  @XmlElement(name = "item")
  public List<RegionItem> regionInfo = new ArrayList<>();
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The availability zones of the region. */
@XmlRootElement(name = "DescribeAvailabilityZonesResponse")
@XmlType(name = "DescribeAvailabilityZonesResponseType")
public class DescribeAvailabilityZonesResponse extends Ec2Response {
  @XmlElementWrapper(name = "availabilityZoneInfo")
  @XmlElement(name = "item")
  public List<ZoneItem> availabilityZoneInfo = new ArrayList<>();
}

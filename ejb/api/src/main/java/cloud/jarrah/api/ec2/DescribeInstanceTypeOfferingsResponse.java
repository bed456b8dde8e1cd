package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instance types and places. */
@XmlRootElement(name = "DescribeInstanceTypeOfferingsResponse")
@XmlType(name = "DescribeInstanceTypeOfferingsResponseType")
public class DescribeInstanceTypeOfferingsResponse extends Ec2Response {
  @XmlElementWrapper(name = "instanceTypeOfferingSet")
  @XmlElement(name = "item")
  public List<InstanceTypeOfferingItem> instanceTypeOfferingSet = new ArrayList<>();

  public @Nullable String nextToken;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances that use CPU credits. */
@XmlRootElement(name = "DescribeInstanceCreditSpecificationsResponse")
@XmlType(name = "DescribeInstanceCreditSpecificationsResponseType")
public class DescribeInstanceCreditSpecificationsResponse extends Ec2Response {
  @XmlElementWrapper(name = "instanceCreditSpecificationSet")
  @XmlElement(name = "item")
  public List<InstanceCreditSpecificationItem> instanceCreditSpecificationSet = new ArrayList<>();

  public @Nullable String nextToken;
}

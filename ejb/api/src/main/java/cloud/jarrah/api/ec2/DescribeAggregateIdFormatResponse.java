package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Whether everybody gets long ids. */
@XmlRootElement(name = "DescribeAggregateIdFormatResponse")
@XmlType(name = "DescribeAggregateIdFormatResponseType")
public class DescribeAggregateIdFormatResponse extends Ec2Response {
  public boolean useLongIdsAggregated;

  @XmlElementWrapper(name = "statusSet")
  @XmlElement(name = "item")
  public List<IdFormatItem> statusSet = new ArrayList<>();
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The form of ids. */
@XmlRootElement(name = "DescribeIdentityIdFormatResponse")
@XmlType(name = "DescribeIdentityIdFormatResponseType")
public class DescribeIdentityIdFormatResponse extends Ec2Response {
  @XmlElementWrapper(name = "statusSet")
  @XmlElement(name = "item")
  public List<IdFormatItem> statusSet = new ArrayList<>();
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** What the account may do. */
@XmlRootElement(name = "DescribeAccountAttributesResponse")
@XmlType(name = "DescribeAccountAttributesResponseType")
public class DescribeAccountAttributesResponse extends Ec2Response {
  @XmlElementWrapper(name = "accountAttributeSet")
  @XmlElement(name = "item")
  public List<AccountAttributeItem> accountAttributeSet = new ArrayList<>();
}

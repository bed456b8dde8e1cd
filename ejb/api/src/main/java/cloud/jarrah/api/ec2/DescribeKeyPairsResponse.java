package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The account's key pairs. */
@XmlRootElement(name = "DescribeKeyPairsResponse")
@XmlType(name = "DescribeKeyPairsResponseType")
public class DescribeKeyPairsResponse extends Ec2Response {
  @XmlElementWrapper(name = "keySet")
  @XmlElement(name = "item")
  public List<KeyPairItem> keySet = new ArrayList<>();
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A value of an attribute of the account. */
@XmlType(name = "AccountAttributeValueSetItemType")
public class AccountAttributeValue {
  @XmlElement(required = true)
  public String attributeValue;
}

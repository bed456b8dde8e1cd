package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** An attribute of the account. */
@XmlType(name = "AccountAttributeSetItemType")
public class AccountAttributeItem {
  @XmlElement(required = true)
  public String attributeName;

  @XmlElementWrapper(name = "attributeValueSet")
  @XmlElement(name = "item")
  public List<AccountAttributeValue> attributeValueSet = new ArrayList<>();
}

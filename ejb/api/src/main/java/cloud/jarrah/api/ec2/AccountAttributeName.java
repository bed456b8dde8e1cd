package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** An attribute of the account asked for. */
@XmlType(name = "AccountAttributeNameSetItemType")
public class AccountAttributeName {
  @XmlElement(required = true)
  public @Nullable String attributeName;
}

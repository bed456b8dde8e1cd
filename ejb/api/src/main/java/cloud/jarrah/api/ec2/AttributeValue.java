package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A value that an attribute shall have. */
@XmlType(name = "AttributeValueType")
public class AttributeValue {
  @XmlElement(required = true)
  public @Nullable String value;
}

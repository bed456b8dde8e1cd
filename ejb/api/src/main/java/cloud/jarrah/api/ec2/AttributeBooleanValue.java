package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whether an attribute shall be on. */
@XmlType(name = "AttributeBooleanValueType")
public class AttributeBooleanValue {
  @XmlElement(required = true)
  public @Nullable Boolean value;
}

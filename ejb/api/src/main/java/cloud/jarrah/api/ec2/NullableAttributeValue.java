package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** An attribute's value, if it has one. */
@XmlType(name = "NullableAttributeValueType")
public class NullableAttributeValue {
  public @Nullable String value;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whether an attribute is on. */
@XmlType(name = "NullableAttributeBooleanValueType")
public class NullableAttributeBooleanValue {
  public @Nullable Boolean value;
}

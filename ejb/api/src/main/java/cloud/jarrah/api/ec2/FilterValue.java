package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A value of a filter; {@code *} and {@code ?} are wildcards. */
@XmlType(name = "ValueType")
public class FilterValue {
  @XmlElement(required = true)
  public @Nullable String value;
}

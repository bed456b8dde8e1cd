package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter: the resource passes if one of the values fits. */
@XmlType(name = "FilterType")
public class Filter {
  @XmlElement(required = true)
  public @Nullable String name;

  @QueryName(value = "Value", leaf = "value")
  @XmlElementWrapper(name = "valueSet")
  @XmlElement(name = "item")
  public List<FilterValue> valueSet = new ArrayList<>();
}

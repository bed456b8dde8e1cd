package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** An instance type asked for. */
@XmlType(name = "InstanceTypeNameType")
public class InstanceTypeName {
  @XmlElement(required = true)
  public @Nullable String instanceType;
}

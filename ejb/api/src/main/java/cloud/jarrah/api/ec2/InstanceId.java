package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** An instance asked for. */
@XmlType(name = "InstanceIdType")
public class InstanceId {
  @XmlElement(required = true)
  public @Nullable String instanceId;
}

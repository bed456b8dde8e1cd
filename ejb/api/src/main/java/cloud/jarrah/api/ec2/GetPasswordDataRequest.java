package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks for the administrator's password of a Windows instance. */
@XmlRootElement(name = "GetPasswordData")
@XmlType(name = "GetPasswordDataType")
public class GetPasswordDataRequest {
  @XmlElement(required = true)
  public @Nullable String instanceId;
}

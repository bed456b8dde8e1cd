package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whether the instance has enclaves. */
@XmlType(name = "EnclaveOptionsResponseType")
public class EnclaveOptionsItem {
  public @Nullable Boolean enabled;
}

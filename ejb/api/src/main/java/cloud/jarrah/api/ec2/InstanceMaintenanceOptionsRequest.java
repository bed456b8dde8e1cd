package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What shall become of an instance when its host fails. */
@XmlType(name = "InstanceMaintenanceOptionsRequestType")
public class InstanceMaintenanceOptionsRequest {
  /** {@code default} or {@code disabled}. */
  public @Nullable String autoRecovery;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What becomes of an instance when its host fails. */
@XmlType(name = "InstanceMaintenanceOptionsType")
public class InstanceMaintenanceOptionsItem {
  /** {@code default} or {@code disabled}. */
  public @Nullable String autoRecovery;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What shall become of instances when their host fails. */
@XmlType(name = "LaunchTemplateInstanceMaintenanceOptionsType")
public class LaunchTemplateMaintenanceOptions {
  /** {@code default} or {@code disabled}. */
  public @Nullable String autoRecovery;
}

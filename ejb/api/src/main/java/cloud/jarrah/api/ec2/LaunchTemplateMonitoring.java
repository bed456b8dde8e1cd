package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whether detailed monitoring is wanted. */
@XmlType(name = "LaunchTemplatesMonitoringType")
public class LaunchTemplateMonitoring {
  public @Nullable Boolean enabled;
}

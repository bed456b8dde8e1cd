package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whether detailed monitoring is wanted. */
@XmlType(name = "LaunchTemplatesMonitoringType")
public class LaunchTemplateMonitoring {
  @Unsupported(except = "false")
  public @Nullable Boolean enabled;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whether detailed monitoring is wanted. */
@XmlType(name = "MonitoringInstanceType")
public class MonitoringRequest {
  public @Nullable Boolean enabled;
}

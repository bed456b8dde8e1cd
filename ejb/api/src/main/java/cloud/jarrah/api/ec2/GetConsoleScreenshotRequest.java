package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks what a guest shows. */
@Since("2016-11-15")
@XmlRootElement(name = "GetConsoleScreenshot")
@XmlType(name = "GetConsoleScreenshotType")
public class GetConsoleScreenshotRequest {
  public @Nullable String instanceId;

  /** Presses a key before. */
  public @Nullable Boolean wakeUp;
}

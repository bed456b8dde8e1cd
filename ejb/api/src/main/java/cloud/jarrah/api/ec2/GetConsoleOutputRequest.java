package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks for what an instance wrote to its console. */
@XmlRootElement(name = "GetConsoleOutput")
@XmlType(name = "GetConsoleOutputType")
public class GetConsoleOutputRequest {
  @XmlElement(required = true)
  public @Nullable String instanceId;

  /** The newest output is always given, so it changes nothing. */
  @Since("2016-11-15")
  public @Nullable Boolean latest;
}

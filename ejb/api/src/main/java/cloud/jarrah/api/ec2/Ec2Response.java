package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlTransient;
import org.jspecify.annotations.Nullable;

/** What every answer of EC2 begins with. */
@XmlTransient
public abstract class Ec2Response {
  /** The namespace the types are written in; adapters map older dates to and from it. */
  public static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

  /** Set by the protocol adapter, not by the handler. */
  @XmlElement(required = true)
  public @Nullable String requestId;
}

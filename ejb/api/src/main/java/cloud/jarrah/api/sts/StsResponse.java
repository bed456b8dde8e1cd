package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlTransient;

/** What every answer of STS ends with. */
@XmlTransient
public abstract class StsResponse {
  public static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  /** Its request id is set by the protocol adapter, not by the handler. */
  @XmlElement(name = "ResponseMetadata")
  public ResponseMetadata responseMetadata = new ResponseMetadata();
}

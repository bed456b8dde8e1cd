package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** A key that works for a while. */
@XmlRootElement(name = "GetSessionTokenResponse")
@XmlType(
    name = "GetSessionTokenResponse",
    propOrder = {"result", "responseMetadata"})
public class GetSessionTokenResponse extends StsResponse {
  @XmlElement(name = "GetSessionTokenResult")
  public GetSessionTokenResult result = new GetSessionTokenResult();
}

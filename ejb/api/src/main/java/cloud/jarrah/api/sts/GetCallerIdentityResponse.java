package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Who the caller is. */
@XmlRootElement(name = "GetCallerIdentityResponse")
@XmlType(
    name = "GetCallerIdentityResponse",
    propOrder = {"result", "responseMetadata"})
public class GetCallerIdentityResponse extends StsResponse {
  @XmlElement(name = "GetCallerIdentityResult")
  public GetCallerIdentityResult result = new GetCallerIdentityResult();
}

package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** The caller's names. */
@XmlType(name = "GetCallerIdentityResult")
public class GetCallerIdentityResult {
  @XmlElement(name = "Arn")
  public String arn;

  @XmlElement(name = "UserId")
  public String userId;

  @XmlElement(name = "Account")
  public String account;
}

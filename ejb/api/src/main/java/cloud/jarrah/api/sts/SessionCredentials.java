package cloud.jarrah.api.sts;

import cloud.jarrah.api.InstantAdapter;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.time.Instant;

/** A temporary access key. Whoever uses it sends the token too. */
@XmlType(
    name = "Credentials",
    propOrder = {"accessKeyId", "secretAccessKey", "sessionToken", "expiration"})
public class SessionCredentials {
  @XmlElement(name = "AccessKeyId")
  public String accessKeyId;

  @XmlElement(name = "SecretAccessKey")
  public String secretAccessKey;

  @XmlElement(name = "SessionToken")
  public String sessionToken;

  @XmlElement(name = "Expiration")
  @XmlJavaTypeAdapter(InstantAdapter.class)
  public Instant expiration;
}

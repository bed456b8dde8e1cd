package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Holds the key. */
@XmlType(name = "GetSessionTokenResult")
public class GetSessionTokenResult {
  @XmlElement(name = "Credentials")
  public @Nullable SessionCredentials credentials;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Registers the public half of the caller's own key pair. */
@XmlRootElement(name = "ImportKeyPair")
@XmlType(name = "ImportKeyPairType")
public class ImportKeyPairRequest {
  @XmlElement(required = true)
  public @Nullable String keyName;

  /** Base64 of an OpenSSH, PEM or DER public key. */
  @XmlElement(required = true)
  public @Nullable String publicKeyMaterial;

  @Unsupported @XmlTransient public @Nullable Anything tagSpecification;
}

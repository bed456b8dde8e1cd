package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
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

  @Since("2016-11-15")
  @QueryName("TagSpecification")
  @XmlElementWrapper(name = "tagSpecificationSet")
  @XmlElement(name = "item")
  public List<TagSpecification> tagSpecificationSet = new ArrayList<>();
}

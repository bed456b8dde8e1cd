package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a key pair and shows its private half once. */
@XmlRootElement(name = "CreateKeyPair")
@XmlType(name = "CreateKeyPairType")
public class CreateKeyPairRequest {
  @XmlElement(required = true)
  public @Nullable String keyName;

  /** {@code rsa} (the default) or {@code ed25519}. */
  @Since("2016-11-15")
  public @Nullable String keyType;

  @Since("2016-11-15")
  @QueryName("TagSpecification")
  @XmlElementWrapper(name = "tagSpecificationSet")
  @XmlElement(name = "item")
  public List<TagSpecification> tagSpecificationSet = new ArrayList<>();

  @Unsupported(except = "pem")
  @XmlTransient
  public @Nullable String keyFormat;
}

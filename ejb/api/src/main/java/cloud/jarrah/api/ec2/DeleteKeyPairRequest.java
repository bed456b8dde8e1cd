package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Deletes a key pair; one that does not exist is no error. */
@XmlRootElement(name = "DeleteKeyPair")
@XmlType(name = "DeleteKeyPairType")
public class DeleteKeyPairRequest {
  public @Nullable String keyName;

  /** Instead of the name. */
  @Since("2016-11-15")
  public @Nullable String keyPairId;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A key pair asked for by id. */
@XmlType(name = "DescribeKeyPairsIdItemType")
public class KeyPairId {
  @XmlElement(required = true)
  public @Nullable String keyPairId;
}

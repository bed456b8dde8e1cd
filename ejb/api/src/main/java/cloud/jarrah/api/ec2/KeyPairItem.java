package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key pair. */
@XmlType(name = "DescribeKeyPairsResponseItemType")
public class KeyPairItem {
  @XmlElement(required = true)
  public String keyName;

  @XmlElement(required = true)
  public String keyFingerprint;

  @Since("2016-11-15")
  public @Nullable String keyPairId;

  /** {@code rsa} or {@code ed25519}. */
  @Since("2016-11-15")
  public @Nullable String keyType;

  @Since("2016-11-15")
  @XmlSchemaType(name = "dateTime")
  public @Nullable Instant createTime;

  /** Only if asked for. */
  @Since("2016-11-15")
  public @Nullable String publicKey;

  @Since("2016-11-15")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public @Nullable List<ResourceTag> tagSet;
}

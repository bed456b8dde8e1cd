package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imported key pair. */
@XmlRootElement(name = "ImportKeyPairResponse")
@XmlType(name = "ImportKeyPairResponseType")
public class ImportKeyPairResponse extends Ec2Response {
  @XmlElement(required = true)
  public String keyName;

  @XmlElement(required = true)
  public String keyFingerprint;

  @Since("2016-11-15")
  public @Nullable String keyPairId;

  @Since("2016-11-15")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public @Nullable List<ResourceTag> tagSet;
}

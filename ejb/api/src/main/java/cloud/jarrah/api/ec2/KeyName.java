package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A key pair asked for by name. */
@XmlType(name = "DescribeKeyPairsItemType")
public class KeyName {
  @XmlElement(required = true)
  public @Nullable String keyName;
}

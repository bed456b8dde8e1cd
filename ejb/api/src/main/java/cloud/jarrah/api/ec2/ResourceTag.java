package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A tag. */
@XmlType(name = "ResourceTagSetItemType")
public class ResourceTag {
  @XmlElement(required = true)
  public @Nullable String key;

  /** May be empty. */
  @XmlElement(required = true)
  public @Nullable String value;
}

package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A tag. */
@XmlType(name = "ResourceTagSetItemType")
public class ResourceTag {
  @XmlElement(required = true)
  public String key;

  @XmlElement(required = true)
  public String value;
}

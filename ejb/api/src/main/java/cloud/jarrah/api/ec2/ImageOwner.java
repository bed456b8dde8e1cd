package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Whose images are asked for: an account id, {@code self} or an alias. */
@XmlType(name = "DescribeImagesOwnerType")
public class ImageOwner {
  @XmlElement(required = true)
  public @Nullable String owner;
}

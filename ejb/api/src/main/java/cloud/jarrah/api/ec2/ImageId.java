package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** An image asked for. */
@XmlType(name = "DescribeImagesItemType")
public class ImageId {
  @XmlElement(required = true)
  public @Nullable String imageId;
}

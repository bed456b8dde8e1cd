package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Who may launch the images asked for: an account id, {@code self} or {@code all}. */
@XmlType(name = "DescribeImagesExecutableByType")
public class ImageUser {
  @XmlElement(required = true)
  public @Nullable String user;
}

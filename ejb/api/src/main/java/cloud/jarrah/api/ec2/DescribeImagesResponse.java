package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images. */
@XmlRootElement(name = "DescribeImagesResponse")
@XmlType(name = "DescribeImagesResponseType")
public class DescribeImagesResponse extends Ec2Response {
  @XmlElementWrapper(name = "imagesSet")
  @XmlElement(name = "item")
  public List<ImageItem> imagesSet = new ArrayList<>();

  @Since("2016-11-15")
  public @Nullable String nextToken;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for the images the caller may see. */
@XmlRootElement(name = "DescribeImages")
@XmlType(name = "DescribeImagesType")
public class DescribeImagesRequest {
  @QueryName(value = "ExecutableBy", leaf = "user")
  @XmlElementWrapper(name = "executableBySet")
  @XmlElement(name = "item")
  public List<ImageUser> executableBySet = new ArrayList<>();

  @QueryName(value = "ImageId", leaf = "imageId")
  @XmlElementWrapper(name = "imagesSet")
  @XmlElement(name = "item")
  public List<ImageId> imagesSet = new ArrayList<>();

  @QueryName(value = "Owner", leaf = "owner")
  @XmlElementWrapper(name = "ownersSet")
  @XmlElement(name = "item")
  public List<ImageOwner> ownersSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  @Since("2016-11-15")
  public @Nullable Integer maxResults;

  @Since("2016-11-15")
  public @Nullable String nextToken;

  /** No image is ever deprecated, so it changes nothing. */
  @Since("2016-11-15")
  public @Nullable Boolean includeDeprecated;

  /** No image is ever disabled, so it changes nothing. */
  @Since("2016-11-15")
  public @Nullable Boolean includeDisabled;
}

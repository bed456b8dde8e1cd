package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags, by resource and key. */
@XmlRootElement(name = "DescribeTagsResponse")
@XmlType(name = "DescribeTagsResponseType")
public class DescribeTagsResponse extends Ec2Response {
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public List<TagItem> tagSet = new ArrayList<>();

  @Since("2013-10-15")
  public @Nullable String nextToken;
}

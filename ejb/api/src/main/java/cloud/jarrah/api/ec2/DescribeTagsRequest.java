package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for tags. */
@XmlRootElement(name = "DescribeTags")
@XmlType(name = "DescribeTagsType")
public class DescribeTagsRequest {
  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  public @Nullable Integer maxResults;

  public @Nullable String nextToken;
}

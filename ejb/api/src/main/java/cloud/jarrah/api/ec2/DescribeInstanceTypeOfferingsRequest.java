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

/** Asks where which instance type can be had. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribeInstanceTypeOfferings")
@XmlType(name = "DescribeInstanceTypeOfferingsType")
public class DescribeInstanceTypeOfferingsRequest {
  /** {@code region}, {@code availability-zone} or {@code availability-zone-id}. */
  public @Nullable String locationType;

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  public @Nullable String nextToken;

  public @Nullable Integer maxResults;
}

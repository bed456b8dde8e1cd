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

/** Asks for the instance types there are. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribeInstanceTypes")
@XmlType(name = "DescribeInstanceTypesType")
public class DescribeInstanceTypesRequest {
  @QueryName(value = "InstanceType", leaf = "instanceType")
  @XmlElementWrapper(name = "instanceTypeSet")
  @XmlElement(name = "item")
  public List<InstanceTypeName> instanceTypeSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  public @Nullable String nextToken;

  public @Nullable Integer maxResults;

  /** There is one region, so it changes nothing. */
  public @Nullable Boolean includeUnsupportedInRegion;
}

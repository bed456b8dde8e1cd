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

/** Asks how burstable instances use CPU credits. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribeInstanceCreditSpecifications")
@XmlType(name = "DescribeInstanceCreditSpecificationsType")
public class DescribeInstanceCreditSpecificationsRequest {
  @QueryName(value = "InstanceId", leaf = "instanceId")
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceId> instancesSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  public @Nullable String nextToken;

  public @Nullable Integer maxResults;
}

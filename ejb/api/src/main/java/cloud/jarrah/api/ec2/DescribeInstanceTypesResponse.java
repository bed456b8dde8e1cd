package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instance types, by name. */
@XmlRootElement(name = "DescribeInstanceTypesResponse")
@XmlType(name = "DescribeInstanceTypesResponseType")
public class DescribeInstanceTypesResponse extends Ec2Response {
  @XmlElementWrapper(name = "instanceTypeSet")
  @XmlElement(name = "item")
  public List<InstanceTypeItem> instanceTypeSet = new ArrayList<>();

  public @Nullable String nextToken;
}

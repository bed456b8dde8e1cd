package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How instances and their hosts are. */
@XmlRootElement(name = "DescribeInstanceStatusResponse")
@XmlType(name = "DescribeInstanceStatusResponseType")
public class DescribeInstanceStatusResponse extends Ec2Response {
  @XmlElementWrapper(name = "instanceStatusSet")
  @XmlElement(name = "item")
  public List<InstanceStatusItem> instanceStatusSet = new ArrayList<>();

  public @Nullable String nextToken;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances, grouped by the launch they came from. */
@XmlRootElement(name = "DescribeInstancesResponse")
@XmlType(name = "DescribeInstancesResponseType")
public class DescribeInstancesResponse extends Ec2Response {
  @XmlElementWrapper(name = "reservationSet")
  @XmlElement(name = "item")
  public List<ReservationItem> reservationSet = new ArrayList<>();

  @Since("2013-10-15")
  public @Nullable String nextToken;
}

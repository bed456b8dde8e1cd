package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reservation with its new instances. */
@XmlRootElement(name = "RunInstancesResponse")
@XmlType(name = "RunInstancesResponseType")
public class RunInstancesResponse extends Ec2Response {
  @XmlElement(required = true)
  public String reservationId;

  @XmlElement(required = true)
  public String ownerId;

  @XmlElementWrapper(name = "groupSet")
  @XmlElement(name = "item")
  public List<GroupItem> groupSet = new ArrayList<>();

  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceItem> instancesSet = new ArrayList<>();

  public @Nullable String requesterId;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switches stopped instances on again. */
@XmlRootElement(name = "StartInstances")
@XmlType(name = "StartInstancesType")
public class StartInstancesRequest {
  @QueryName(value = "InstanceId", leaf = "instanceId")
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceId> instancesSet = new ArrayList<>();

  @Unsupported @XmlTransient public @Nullable String additionalInfo;
}

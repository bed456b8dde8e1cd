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

/** Switches instances off; their disks stay. */
@XmlRootElement(name = "StopInstances")
@XmlType(name = "StopInstancesType")
public class StopInstancesRequest {
  @QueryName(value = "InstanceId", leaf = "instanceId")
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceId> instancesSet = new ArrayList<>();

  /** Without letting the guest shut down. */
  public @Nullable Boolean force;

  @Unsupported(except = "false")
  @XmlTransient
  public @Nullable Boolean hibernate;

  @Unsupported(except = "false")
  @XmlTransient
  public @Nullable Boolean skipOsShutdown;
}

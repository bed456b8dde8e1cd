package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** What processors an instance type has. */
@XmlType(name = "ProcessorInfoType")
public class ProcessorInfoItem {
  @XmlElementWrapper(name = "supportedArchitectures")
  @XmlElement(name = "item")
  public List<String> supportedArchitectures = new ArrayList<>();
}

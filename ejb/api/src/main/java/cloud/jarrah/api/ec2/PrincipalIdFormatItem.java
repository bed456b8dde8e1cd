package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The form of the ids that somebody gets. */
@XmlType(name = "PrincipalIdFormatType")
public class PrincipalIdFormatItem {
  @XmlElement(required = true)
  public String arn;

  @XmlElementWrapper(name = "statusSet")
  @XmlElement(name = "item")
  public List<IdFormatItem> statusSet = new ArrayList<>();
}

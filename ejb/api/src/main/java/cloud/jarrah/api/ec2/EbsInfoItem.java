package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** What volumes an instance type takes. */
@XmlType(name = "EbsInfoType")
public class EbsInfoItem {
  @XmlElement(required = true)
  public String ebsOptimizedSupport;
}

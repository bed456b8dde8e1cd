package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A product code. */
@XmlType(name = "ProductCodesSetItemType")
public final class ProductCode {
  @XmlElement(required = true)
  public String productCode;

  @XmlElement(required = true)
  public String type;
}

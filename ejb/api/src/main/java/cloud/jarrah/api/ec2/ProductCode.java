package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A product code. */
@XmlType(name = "ProductCodesSetItemType")
public class ProductCode {
  @XmlElement(required = true)
  public String productCode;

  @Since("2013-10-15")
  @XmlElement(required = true)
  public String type;
}

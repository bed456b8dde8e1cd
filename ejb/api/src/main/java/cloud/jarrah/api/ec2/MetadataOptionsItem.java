package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** How an instance reaches its metadata. */
@XmlType(name = "InstanceMetadataOptionsResponseType")
public class MetadataOptionsItem {
  @XmlElement(required = true)
  public String state;

  /** {@code optional}: both versions of the metadata service answer. */
  @XmlElement(required = true)
  public String httpTokens;

  public int httpPutResponseHopLimit;

  @XmlElement(required = true)
  public String httpEndpoint;
}

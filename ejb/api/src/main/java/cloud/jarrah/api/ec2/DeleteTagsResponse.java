package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Confirms the deletion. */
@XmlRootElement(name = "DeleteTagsResponse")
@XmlType(name = "DeleteTagsResponseType")
public class DeleteTagsResponse extends Ec2Response {
  @XmlElement(name = "return")
  public boolean success;
}

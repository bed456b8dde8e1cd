package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A kind of resource asked for. */
@XmlType(name = "IdFormatResourceType")
public class IdFormatResource {
  @XmlElement(required = true)
  public @Nullable String resource;
}

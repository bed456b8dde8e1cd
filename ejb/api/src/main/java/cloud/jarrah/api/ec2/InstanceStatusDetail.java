package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcome of one check. */
@XmlType(name = "InstanceStatusDetailsSetItemType")
public class InstanceStatusDetail {
  @XmlElement(required = true)
  public String name;

  @XmlElement(required = true)
  public String status;

  @XmlSchemaType(name = "dateTime")
  public @Nullable Instant impairedSince;
}

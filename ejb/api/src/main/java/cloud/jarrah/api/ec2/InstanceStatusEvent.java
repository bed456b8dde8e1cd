package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is going to happen to an instance. */
@XmlType(name = "InstanceStatusEventType")
public class InstanceStatusEvent {
  @XmlElement(required = true)
  public String code;

  @XmlElement(required = true)
  public String description;

  @XmlElement(required = true)
  @XmlSchemaType(name = "dateTime")
  public Instant notBefore;

  @XmlSchemaType(name = "dateTime")
  public @Nullable Instant notAfter;

  @Since("2016-11-15")
  public @Nullable String instanceEventId;

  @Since("2016-11-15")
  @XmlSchemaType(name = "dateTime")
  public @Nullable Instant notBeforeDeadline;
}

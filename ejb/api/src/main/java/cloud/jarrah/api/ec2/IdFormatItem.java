package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether ids of a kind of resource are long ones. */
@XmlType(name = "IdFormatType")
public class IdFormatItem {
  /** Since when there is no choice. */
  @XmlSchemaType(name = "dateTime")
  public @Nullable Instant deadline;

  @XmlElement(required = true)
  public String resource;

  public boolean useLongIds;
}

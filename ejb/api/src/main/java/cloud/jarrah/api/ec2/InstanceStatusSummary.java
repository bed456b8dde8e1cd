package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of the checks of one kind. */
@XmlType(name = "InstanceStatusType")
public class InstanceStatusSummary {
  /**
   * {@code ok}, {@code initializing}, {@code impaired}, {@code insufficient-data} or {@code
   * not-applicable}.
   */
  @XmlElement(required = true)
  public String status;

  /** Absent where nothing is checked. */
  @XmlElementWrapper(name = "details")
  @XmlElement(name = "item")
  public @Nullable List<InstanceStatusDetail> details;
}

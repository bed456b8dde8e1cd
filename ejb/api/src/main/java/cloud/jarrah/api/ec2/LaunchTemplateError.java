package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Why a version was not deleted. */
@XmlType(name = "LaunchTemplateResponseErrorType")
public class LaunchTemplateError {
  @XmlElement(required = true)
  public @Nullable String code;

  @XmlElement(required = true)
  public @Nullable String message;
}

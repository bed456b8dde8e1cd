package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The launch template to launch by: by id or by name. */
@XmlType(name = "LaunchTemplateSpecificationType")
public class LaunchTemplateSpecification {
  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  /** A number, {@code $Latest} or {@code $Default}; the default version if absent. */
  public @Nullable String version;
}

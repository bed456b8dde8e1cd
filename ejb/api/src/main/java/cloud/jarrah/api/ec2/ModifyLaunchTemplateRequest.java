package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Chooses the version that counts where none is named. */
@XmlRootElement(name = "ModifyLaunchTemplate")
@XmlType(name = "ModifyLaunchTemplateType")
@Since("2016-11-15")
public class ModifyLaunchTemplateRequest {
  /** Makes the request idempotent: at most 64 ASCII characters. */
  public @Nullable String clientToken;

  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  @XmlElement(required = true)
  public @Nullable String setDefaultVersion;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a launch template with its first version. */
@XmlRootElement(name = "CreateLaunchTemplate")
@XmlType(name = "CreateLaunchTemplateType")
@Since("2016-11-15")
public class CreateLaunchTemplateRequest {
  /** Makes the request idempotent: at most 64 ASCII characters. */
  public @Nullable String clientToken;

  @XmlElement(required = true)
  public @Nullable String launchTemplateName;

  public @Nullable String versionDescription;

  @XmlElement(required = true)
  public @Nullable LaunchTemplateData launchTemplateData;

  @Unsupported @XmlTransient public @Nullable Anything operator;

  @QueryName("TagSpecification")
  @XmlElementWrapper(name = "tagSpecificationSet")
  @XmlElement(name = "item")
  public List<TagSpecification> tagSpecificationSet = new ArrayList<>();
}

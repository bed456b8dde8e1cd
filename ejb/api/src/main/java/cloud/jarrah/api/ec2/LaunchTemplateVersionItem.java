package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a launch template. */
@XmlType(name = "LaunchTemplateVersionType")
public class LaunchTemplateVersionItem {
  @XmlElement(required = true)
  public @Nullable String launchTemplateId;

  @XmlElement(required = true)
  public @Nullable String launchTemplateName;

  @XmlElement(required = true)
  public @Nullable Long versionNumber;

  public @Nullable String versionDescription;

  @XmlElement(required = true)
  public @Nullable Instant createTime;

  @XmlElement(required = true)
  public @Nullable String createdBy;

  @XmlElement(required = true)
  public @Nullable Boolean defaultVersion;

  @XmlElement(required = true)
  public @Nullable LaunchTemplateData launchTemplateData;
}

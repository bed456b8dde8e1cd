package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A launch template. */
@XmlType(name = "LaunchTemplateType")
public class LaunchTemplateItem {
  @XmlElement(required = true)
  public @Nullable String launchTemplateId;

  @XmlElement(required = true)
  public @Nullable String launchTemplateName;

  @XmlElement(required = true)
  public @Nullable Instant createTime;

  @XmlElement(required = true)
  public @Nullable String createdBy;

  @XmlElement(required = true)
  public @Nullable Long defaultVersionNumber;

  @XmlElement(required = true)
  public @Nullable Long latestVersionNumber;

  /** Not there if there are no tags. */
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public @Nullable List<ResourceTag> tagSet;
}

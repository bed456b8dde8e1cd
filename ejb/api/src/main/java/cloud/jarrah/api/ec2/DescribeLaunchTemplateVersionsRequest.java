package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for versions of one launch template, or for the latest or default ones of all. */
@XmlRootElement(name = "DescribeLaunchTemplateVersions")
@XmlType(name = "DescribeLaunchTemplateVersionsType")
@Since("2016-11-15")
public class DescribeLaunchTemplateVersionsRequest {
  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  @QueryName("LaunchTemplateVersion")
  @XmlElementWrapper(name = "launchTemplateVersionSet")
  @XmlElement(name = "item")
  public List<String> launchTemplateVersionSet = new ArrayList<>();

  public @Nullable String minVersion;

  public @Nullable String maxVersion;

  public @Nullable String nextToken;

  public @Nullable Integer maxResults;

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  @Unsupported(except = "false")
  public @Nullable Boolean resolveAlias;

  /** Nothing is managed by a service, so it changes nothing. */
  public @Nullable Boolean includeManagedResources;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for launch templates. */
@XmlRootElement(name = "DescribeLaunchTemplates")
@XmlType(name = "DescribeLaunchTemplatesType")
@Since("2016-11-15")
public class DescribeLaunchTemplatesRequest {
  @QueryName("LaunchTemplateId")
  @XmlElementWrapper(name = "launchTemplateIdSet")
  @XmlElement(name = "item")
  public List<String> launchTemplateIdSet = new ArrayList<>();

  @QueryName("LaunchTemplateName")
  @XmlElementWrapper(name = "launchTemplateNameSet")
  @XmlElement(name = "item")
  public List<String> launchTemplateNameSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  public @Nullable String nextToken;

  public @Nullable Integer maxResults;

  /** Nothing is managed by a service, so it changes nothing. */
  public @Nullable Boolean includeManagedResources;
}

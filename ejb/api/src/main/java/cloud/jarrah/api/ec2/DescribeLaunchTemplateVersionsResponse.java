package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of launch templates, the newest of each first. */
@XmlRootElement(name = "DescribeLaunchTemplateVersionsResponse")
@XmlType(name = "DescribeLaunchTemplateVersionsResponseType")
public class DescribeLaunchTemplateVersionsResponse extends Ec2Response {
  @XmlElementWrapper(name = "launchTemplateVersionSet")
  @XmlElement(name = "item")
  public List<LaunchTemplateVersionItem> launchTemplateVersionSet = new ArrayList<>();

  public @Nullable String nextToken;
}

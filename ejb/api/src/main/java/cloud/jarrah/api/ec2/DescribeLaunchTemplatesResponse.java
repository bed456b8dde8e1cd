package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Launch templates. */
@XmlRootElement(name = "DescribeLaunchTemplatesResponse")
@XmlType(name = "DescribeLaunchTemplatesResponseType")
public class DescribeLaunchTemplatesResponse extends Ec2Response {
  @XmlElementWrapper(name = "launchTemplates")
  @XmlElement(name = "item")
  public List<LaunchTemplateItem> launchTemplates = new ArrayList<>();

  public @Nullable String nextToken;
}

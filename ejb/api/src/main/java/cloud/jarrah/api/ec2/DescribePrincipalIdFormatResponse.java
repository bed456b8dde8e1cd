package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of ids, by user. */
@XmlRootElement(name = "DescribePrincipalIdFormatResponse")
@XmlType(name = "DescribePrincipalIdFormatResponseType")
public class DescribePrincipalIdFormatResponse extends Ec2Response {
  @XmlElementWrapper(name = "principalSet")
  @XmlElement(name = "item")
  public List<PrincipalIdFormatItem> principalSet = new ArrayList<>();

  public @Nullable String nextToken;
}

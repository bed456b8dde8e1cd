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

/** Asks who chose the form of ids. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribePrincipalIdFormat")
@XmlType(name = "DescribePrincipalIdFormatType")
public class DescribePrincipalIdFormatRequest {
  @QueryName(value = "Resource", leaf = "resource")
  @XmlElementWrapper(name = "resourceSet")
  @XmlElement(name = "item")
  public List<IdFormatResource> resourceSet = new ArrayList<>();

  public @Nullable String nextToken;

  public @Nullable Integer maxResults;
}

package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A region and the address of its API. */
@XmlType(name = "RegionItemType")
public class RegionItem {
  @XmlElement(required = true)
  public String regionName;

  /** Host name, with the port if it is not the usual one. */
  @XmlElement(required = true)
  public String regionEndpoint;

  /** Always {@code opt-in-not-required}. */
  @Since("2016-11-15")
  public @Nullable String optInStatus;
}

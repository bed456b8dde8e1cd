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

/** Asks for the regions of this cloud. */
@XmlRootElement(name = "DescribeRegions")
@XmlType(name = "DescribeRegionsType")
public class DescribeRegionsRequest {
  @QueryName(value = "RegionName", leaf = "regionName")
  @XmlElementWrapper(name = "regionSet")
  @XmlElement(name = "item")
  public List<RegionName> regionSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  /** Regions one has to opt in to as well; there are none, so it changes nothing. */
  @Since("2016-11-15")
  public @Nullable Boolean allRegions;
}

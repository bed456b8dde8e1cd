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

/** Asks for the availability zones of the region. */
@XmlRootElement(name = "DescribeAvailabilityZones")
@XmlType(name = "DescribeAvailabilityZonesType")
public class DescribeAvailabilityZonesRequest {
  @QueryName(value = "ZoneName", leaf = "zoneName")
  @XmlElementWrapper(name = "availabilityZoneSet")
  @XmlElement(name = "item")
  public List<ZoneName> availabilityZoneSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  @QueryName(value = "ZoneId", leaf = "zoneId")
  @Since("2016-11-15")
  @XmlElementWrapper(name = "zoneIdSet")
  @XmlElement(name = "item")
  public List<ZoneId> zoneIdSet = new ArrayList<>();

  /** Zones one has to opt in to as well; there are none, so it changes nothing. */
  @Since("2016-11-15")
  public @Nullable Boolean allAvailabilityZones;
}

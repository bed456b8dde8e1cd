package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An availability zone. */
@XmlType(name = "AvailabilityZoneItemType")
public class ZoneItem {
  @XmlElement(required = true)
  public String zoneName;

  /** {@code available}, {@code information}, {@code impaired} or {@code unavailable}. */
  @XmlElement(required = true)
  public String zoneState;

  @XmlElement(required = true)
  public String regionName;

  @XmlElementWrapper(name = "messageSet")
  @XmlElement(name = "item")
  public List<ZoneMessage> messageSet = new ArrayList<>();

  @Since("2016-11-15")
  public @Nullable String zoneId;

  @Since("2016-11-15")
  public @Nullable String groupName;

  @Since("2016-11-15")
  public @Nullable String networkBorderGroup;

  /** Always {@code availability-zone}. */
  @Since("2016-11-15")
  public @Nullable String zoneType;

  /** Always {@code opt-in-not-required}. */
  @Since("2016-11-15")
  public @Nullable String optInStatus;
}

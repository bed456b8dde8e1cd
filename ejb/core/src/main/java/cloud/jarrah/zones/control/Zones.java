package cloud.jarrah.zones.control;

import cloud.jarrah.platform.actions.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The region and its zones. */
public interface Zones extends Region {

  /** The region of a zone, which is named after it and has one letter more. */
  static String regionOf(String zone) {
    return zone.substring(0, zone.length() - 1);
  }

  /** Host name and port of the region's API, as DescribeRegions tells it. */
  String endpoint();

  /** Zone names, the default one first; never empty. */
  List<String> names();

  /** Id of a zone, the same in every account. */
  default String idOf(String zone) {
    return region() + "-az" + (names().indexOf(zone) + 1);
  }

  /**
   * The zone to use.
   *
   * @param zone as the caller named it; null: the default
   * @throws cloud.jarrah.api.ApiException InvalidZone.NotFound
   */
  String require(@Nullable String zone);
}

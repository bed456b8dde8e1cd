package cloud.jarrah.zones.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;

/** What callers are told about zones. */
public final class ZoneErrors {
  private ZoneErrors() {}

  public static ApiException notFound(String zone) {
    return new ApiException(
        ErrorCode.INVALID_ZONE_NOT_FOUND,
        "The availability zone '"
            + Wording.shown(zone)
            + "' does not exist; DescribeAvailabilityZones lists those that do.");
  }

  public static ApiException noRegion(String region) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "The region '"
            + Wording.shown(region)
            + "' does not exist; DescribeRegions lists those that do.");
  }
}

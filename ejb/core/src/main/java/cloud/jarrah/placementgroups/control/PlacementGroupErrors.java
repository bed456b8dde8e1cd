package cloud.jarrah.placementgroups.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;

/** What callers are told about placement groups. */
public final class PlacementGroupErrors {
  private PlacementGroupErrors() {}

  public static ApiException unknown(String nameOrId) {
    return new ApiException(
        ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN,
        "The Placement Group '" + Wording.shown(nameOrId) + "' is unknown.");
  }

  public static ApiException duplicate(String name) {
    return new ApiException(
        ErrorCode.INVALID_PLACEMENT_GROUP_DUPLICATE,
        "The Placement Group '" + Wording.shown(name) + "' already exists.");
  }

  public static ApiException inUse(String name) {
    return new ApiException(
        ErrorCode.INVALID_PLACEMENT_GROUP_IN_USE,
        "The placement group '"
            + Wording.shown(name)
            + "' is in use and may not be deleted: terminate its instances first.");
  }

  public static ApiException malformedId(String id) {
    return Wording.malformedId(ErrorCode.INVALID_PLACEMENT_GROUP_ID_MALFORMED, id, "pg");
  }

  public static ApiException combination(String why) {
    return new ApiException(ErrorCode.INVALID_PARAMETER_COMBINATION, why);
  }
}

package cloud.jarrah.tags.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;

/** What callers are told about tags. */
final class TagErrors {
  private TagErrors() {}

  static ApiException unknownKind(String id) {
    return new ApiException(
        ErrorCode.INVALID_ID, "The ID '" + Wording.shown(id) + "' is not valid.");
  }

  static ApiException tooMany(String what, int most) {
    return new ApiException(
        ErrorCode.TAG_LIMIT_EXCEEDED,
        "A resource can have at most " + most + " tags; " + what + " would have more.");
  }

  static ApiException notTaggable(String resourceType) {
    return invalid(
        "'"
            + Wording.shown(resourceType)
            + "' is not a resource type that this action can tag when it makes one.");
  }

  static ApiException duplicateKey(String key) {
    return invalid("Duplicate tag key '" + Wording.shown(key) + "' specified.");
  }

  static ApiException invalid(String message) {
    return new ApiException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }
}

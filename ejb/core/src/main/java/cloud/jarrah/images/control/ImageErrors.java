package cloud.jarrah.images.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;

/** What callers are told about images. */
public final class ImageErrors {
  private ImageErrors() {}

  /** Also what a stranger is told about somebody's private image. */
  public static ApiException notFound(String id) {
    return new ApiException(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        "The image id '[" + Wording.shown(id) + "]' does not exist");
  }

  public static ApiException malformed(String id, String prefix) {
    return Wording.malformedId(ErrorCode.INVALID_AMI_ID_MALFORMED, id, prefix);
  }

  public static ApiException unavailable(String id) {
    return new ApiException(
        ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
        "The image '" + id + "' is not available; wait until DescribeImages says so.");
  }

  public static ApiException duplicateName(String name) {
    return new ApiException(
        ErrorCode.INVALID_AMI_NAME_DUPLICATE,
        "The account has an image named '"
            + Wording.shown(name)
            + "' already; choose another name.");
  }
}

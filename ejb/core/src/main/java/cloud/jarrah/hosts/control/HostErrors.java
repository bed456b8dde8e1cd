package cloud.jarrah.hosts.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;

/** What callers are told about hosts. */
public final class HostErrors {
  private HostErrors() {}

  public static ApiException badName(String name) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Value ("
            + printable(name)
            + ") for parameter hostName is invalid: letters, digits, '-' and '.', at most 64.");
  }

  public static ApiException notFound(String id) {
    return new ApiException(
        ErrorCode.NO_SUCH_ENTITY, "The host '" + printable(id) + "' does not exist.");
  }

  public static ApiException inUse(String name, int instances) {
    return new ApiException(
        ErrorCode.DEPENDENCY_VIOLATION,
        "The host '"
            + name
            + "' still has "
            + instances
            + " instance(s): terminate them first; or, if it is lost with all that is on it,"
            + " confirm that it is off and add force=true.");
  }

  /** What is heard is not off; ending it would end instances that run. */
  public static ApiException speaks(String name) {
    return new ApiException(
        ErrorCode.OPERATION_NOT_PERMITTED,
        "The host '"
            + name
            + "' was heard a moment ago, so it is not off: switch it off, wait until GET"
            + " /admin/v1/hosts no longer shows it as UP, and try again.");
  }

  /** What is silent may run on: its instances' addresses must not be given to others. */
  public static ApiException notKnownOff(String name, String id) {
    return new ApiException(
        ErrorCode.OPERATION_NOT_PERMITTED,
        "The host '"
            + name
            + "' has instances and is not known to be off: switch it off, confirm that with POST"
            + " /admin/v1/hosts/"
            + printable(id)
            + "/confirm-off, and try again.");
  }

  /** One answer for every reason, so that tokens cannot be probed. */
  public static ApiException badToken() {
    return new ApiException(
        ErrorCode.ACCESS_DENIED,
        "The enrolment token is not valid for this host: ask the administrator for a new one.");
  }

  private static String printable(String text) {
    String shown = text.length() > 64 ? text.substring(0, 64) + "…" : text;
    return shown.replaceAll("[^\\w.:-]", "?");
  }
}

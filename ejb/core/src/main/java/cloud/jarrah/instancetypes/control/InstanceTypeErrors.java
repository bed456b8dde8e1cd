package cloud.jarrah.instancetypes.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;
import java.util.Collection;
import java.util.stream.Collectors;

/** What callers are told about instance types. */
public final class InstanceTypeErrors {
  private InstanceTypeErrors() {}

  public static ApiException unknown(Collection<String> names) {
    return new ApiException(
        ErrorCode.INVALID_INSTANCE_TYPE,
        "The following supplied instance types do not exist: ["
            + names.stream().map(Wording::shown).collect(Collectors.joining(", "))
            + "]");
  }

  public static ApiException notFound(String name) {
    return new ApiException(
        ErrorCode.NO_SUCH_ENTITY,
        "There is no instance type '"
            + Wording.shown(name)
            + "'; list them to see which there are.");
  }
}

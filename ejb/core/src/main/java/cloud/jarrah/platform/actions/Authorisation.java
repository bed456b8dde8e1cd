package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import jakarta.inject.Singleton;
import java.util.List;

/** Decides whether a caller may do something. Tenancy itself is kept by the repositories. */
@Singleton
public class Authorisation {

  /** May the caller use this action at all? */
  public void check(ActionCatalogue.Entry entry, Caller caller) {
    if (entry.administrator() && !caller.identity().administrator()) {
      throw new ApiException(
          ErrorCode.UNAUTHORIZED_OPERATION,
          "You are not authorized to perform this operation: it is for administrators of the cloud.");
    }
  }

  /** May the caller use it on these resources? Every user may, on all of the own account. */
  public void check(ActionCatalogue.Entry entry, Caller caller, List<String> resources) {
    check(entry, caller);
  }
}

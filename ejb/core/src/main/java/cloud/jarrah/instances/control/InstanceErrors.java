package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.platform.actions.Wording;
import java.util.Collection;
import java.util.List;

/** What callers are told about instances. */
public final class InstanceErrors {
  private static final int MOST_NAMED = 10;

  private InstanceErrors() {}

  public static ApiException notFound(Collection<String> ids) {
    return new ApiException(
        ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND,
        ids.size() == 1
            ? "The instance ID '" + ids.iterator().next() + "' does not exist"
            : "The instance IDs '" + String.join(", ", ids) + "' do not exist");
  }

  public static ApiException malformed(String id) {
    return Wording.malformedId(ErrorCode.INVALID_INSTANCE_ID_MALFORMED, id, "i");
  }

  public static ApiException wrongState(String id, InstanceState state, String verb) {
    return new ApiException(
        ErrorCode.INCORRECT_INSTANCE_STATE,
        "The instance '"
            + id
            + "' is not in a state from which it can be "
            + verb
            + ": it is "
            + state.wireName()
            + ".");
  }

  public static ApiException alreadyThere(String id) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE, "The instance '" + id + "' is on that host already.");
  }

  public static ApiException diskIsShared(String id) {
    return new ApiException(
        ErrorCode.UNSUPPORTED_OPERATION,
        "The disk of the instance '"
            + id
            + "' lies on storage that hosts share; only instances on their host's own disks can be"
            + " moved while they run.");
  }

  public static ApiException agentTooOld(String hostId) {
    return new ApiException(
        ErrorCode.UNSUPPORTED_OPERATION,
        "The agent of host '" + hostId + "' is too old to move instances; upgrade it.");
  }

  public static ApiException moving(String id) {
    return new ApiException(
        ErrorCode.INCORRECT_INSTANCE_STATE,
        "The instance '"
            + id
            + "' is being moved, or its former host has not yet removed what it had of it.");
  }

  /** Of a host that is to be removed as lost with what it had. */
  public static ApiException mayHaveMoved(String id, String targetName, String targetId) {
    return new ApiException(
        ErrorCode.DEPENDENCY_VIOLATION,
        "The instance '"
            + id
            + "' was being moved from this host to '"
            + targetName
            + "' and may run there: wait until the move has ended; or, if that host is off, too,"
            + " confirm that with POST /admin/v1/hosts/"
            + targetId
            + "/confirm-off, and try again.");
  }

  /** The same; there may be very many. */
  public static ApiException disksNotLost(List<String> ids) {
    return new ApiException(
        ErrorCode.DEPENDENCY_VIOLATION,
        "The disks of "
            + ids.size()
            + " instance(s) of this host lie on storage that other hosts share, and are not lost"
            + " with it ("
            + String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())))
            + (ids.size() > MOST_NAMED ? ", …" : "")
            + "): start them elsewhere with StartInstances, for which the host must be confirmed to"
            + " be off, or terminate them, and try again.");
  }

  public static ApiException noCapacity(String zone, String why) {
    return new ApiException(
        ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY,
        "There is not sufficient capacity in zone " + zone + ": " + why);
  }

  /** The caller may try again: it lies with the host. */
  public static ApiException hostSilent(String why) {
    return new ApiException(ErrorCode.SERVICE_UNAVAILABLE, why);
  }

  public static ApiException unknownType(String name) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Invalid value '" + Wording.shown(name) + "' for InstanceType.");
  }

  public static ApiException notStopped(String id) {
    return new ApiException(
        ErrorCode.INCORRECT_INSTANCE_STATE,
        "The instance '" + id + "' is not in the 'stopped' state.");
  }

  public static ApiException isProtected(String id, String verb, String attribute) {
    return new ApiException(
        ErrorCode.OPERATION_NOT_PERMITTED,
        "The instance '"
            + id
            + "' may not be "
            + verb
            + ". Modify its '"
            + attribute
            + "' instance attribute and try again.");
  }

  public static ApiException noCredits(String id) {
    return new ApiException(
        ErrorCode.CREDIT_SPECIFICATION_NOT_SUPPORTED,
        "The instance '" + id + "' is of no burstable type and uses no CPU credits.");
  }
}

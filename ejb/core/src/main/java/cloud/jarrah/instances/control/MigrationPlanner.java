package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.entity.Migration.Answer;
import cloud.jarrah.instances.entity.Migration.Stage;
import cloud.jarrah.instances.entity.ObservedPower;

/**
 * Decides the next step of a move from what was seen. Pure. Nothing is concluded from silence: the
 * target says whether the instance has arrived, and the source resumes it only when the target has
 * said that it does not have it, or is gone for good. A host that is known to be off is told
 * nothing: whatever only it can say or do is waited for, for its disk may be the only one.
 */
final class MigrationPlanner {

  /**
   * What is known of one of the two hosts.
   *
   * @param off it was fenced: nothing runs there
   */
  record Side(Reachability reachability, boolean off) {
    boolean lost() {
      return reachability == Reachability.REMOVED;
    }

    boolean silent() {
      return off || lost() || reachability == Reachability.DOWN;
    }
  }

  /**
   * All that it may look at.
   *
   * @param wanted whether the instance is still to run, and in its present run
   * @param source what its host was seen to have of it
   * @param arrival what the target was seen to have of it since it was last told something
   * @param placeReady whether the target has named a place for this try
   */
  record Situation(
      Stage stage,
      Answer answer,
      boolean wanted,
      boolean overdue,
      ObservedPower source,
      ObservedPower arrival,
      boolean placeReady,
      Side sourceHost,
      Side targetHost) {

    boolean mayStart() {
      return wanted && !overdue && source == ObservedPower.RUNNING && !sourceHost.silent();
    }

    boolean answered() {
      return answer != Answer.NONE;
    }

    boolean departed() {
      return source == ObservedPower.DEPARTED;
    }
  }

  MigrationStep next(Situation now) {
    if (arrived(now.arrival()) && now.stage() != Stage.PREPARING) {
      return MigrationStep.ARRIVE;
    }
    return switch (now.stage()) {
      case PREPARING -> preparing(now);
      case MOVING -> moving(now);
      case ACCEPTING -> now.targetHost().lost() ? MigrationStep.RETURN : MigrationStep.GO_ON;
      case STOPPING -> stopping(now);
      case REVOKING -> revoking(now);
      case RETURNING ->
          now.answered() || now.sourceHost().lost() ? MigrationStep.FAIL : MigrationStep.GO_ON;
      case CLEARING, ENDED -> MigrationStep.GO_ON;
    };
  }

  /** It ran there, whatever has become of it since. */
  private static boolean arrived(ObservedPower power) {
    return power == ObservedPower.RUNNING || power.off();
  }

  private static MigrationStep preparing(Situation now) {
    if (now.answer() == Answer.FAILED || now.targetHost().silent() || !now.mayStart()) {
      return MigrationStep.ABANDON;
    }
    return now.placeReady() ? MigrationStep.DEPART : MigrationStep.GO_ON;
  }

  private static MigrationStep moving(Situation now) {
    if (now.departed()) {
      return MigrationStep.ACCEPT;
    }
    if (now.answered()) {
      return ended(now);
    }
    if (now.sourceHost().off()) {
      return MigrationStep.REVOKE;
    }
    boolean targetGone = now.targetHost().off() || now.targetHost().lost();
    return now.wanted() && !now.overdue() && !targetGone ? MigrationStep.GO_ON : MigrationStep.STOP;
  }

  /** The source has said that it no longer sends it, and still has it. */
  private static MigrationStep ended(Situation now) {
    return now.targetHost().off() ? MigrationStep.RETURN : MigrationStep.REVOKE;
  }

  private static MigrationStep stopping(Situation now) {
    if (now.departed()) {
      return MigrationStep.ACCEPT;
    }
    if (now.answered()) {
      return ended(now);
    }
    return now.sourceHost().silent() ? MigrationStep.REVOKE : MigrationStep.GO_ON;
  }

  private static MigrationStep revoking(Situation now) {
    boolean gone = now.answer() == Answer.DONE && now.arrival() == ObservedPower.ABSENT;
    if (gone || now.targetHost().lost()) {
      return MigrationStep.RETURN;
    }
    // The source may have been silent when this began: what it has to say counts now.
    boolean sourceSpeaks = now.sourceHost().reachability() == Reachability.UP;
    return now.targetHost().off() && sourceSpeaks ? MigrationStep.STOP : MigrationStep.GO_ON;
  }
}

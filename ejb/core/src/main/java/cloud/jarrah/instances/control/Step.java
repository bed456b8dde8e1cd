package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to do next with an instance. */
public sealed interface Step {

  /**
   * Nothing, until a report or a request comes, or until then.
   *
   * @param until null: no time of its own
   */
  record Rest(@Nullable Instant until) implements Step {}

  /** Tell the host what the instance should be. */
  record Tell() implements Step {}

  /** The transition has ended: adjust what the instance holds. */
  record Settle() implements Step {}

  /** Start it again after it died by itself. */
  record Restart() implements Step {}

  /** Its host is off for sure, and its disk is within reach of others: start it there. */
  record Relocate() implements Step {}

  /** Wish the same anew: the host no longer does what it once confirmed. */
  record Insist() implements Step {}

  /** The host lists it no more: believe it. */
  record ConcludeGone() implements Step {}

  /** It should be off, and its host does not have it: so it is. Its disk is not its host's. */
  record ConcludeOff() implements Step {}

  /** It cannot become what was wished: end it, telling why. */
  record GiveUp(Reason reason) implements Step {}

  /** The guest has switched itself off, and for this instance that is the end. */
  record EndWithGuest() implements Step {}

  /** It could not be started again: stopped is what it stays, telling why. */
  record FallBackToStopped(Reason reason) implements Step {}

  /** It takes longer than it may, but only the host can end it: tell why and go on. */
  record ExplainDelay(Reason reason) implements Step {}

  /** Forget it. */
  record Purge() implements Step {}
}

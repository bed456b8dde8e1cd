package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an instance is in its state, as its owner reads it.
 *
 * @param reason cause; EC2's StateReason
 * @param transition who brought it about, and when; EC2's StateTransitionReason
 */
@Embeddable
public record Explanation(
    @Embedded @Nullable Reason reason,
    @Column(name = "transition_reason") @Nullable String transition) {

  /** What is left to say once a state is reached: that it took long explains nothing any more. */
  @Nullable Explanation on(InstanceState reached) {
    boolean past = reached == InstanceState.RUNNING && reason != null && reason.delay();
    return past ? null : this;
  }

  static Explanation of(Reason why, Instant now) {
    return new Explanation(
        why, (why.usersOwn() ? "User initiated (" : "Server initiated (") + now + ")");
  }
}

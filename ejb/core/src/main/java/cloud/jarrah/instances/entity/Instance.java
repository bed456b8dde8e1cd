package cloud.jarrah.instances.entity;

import cloud.jarrah.hosts.entity.Demand;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A virtual machine. Each change of the wish raises the generation; hosts ignore older ones. */
@Entity
@Table(name = "instances")
public class Instance {
  @Id private String id;

  @Column(name = "account_id")
  private String accountId;

  @Embedded private Origin origin;
  @Embedded private LaunchSpecification launch;
  @Embedded private Size size;
  @Embedded private Residence residence;
  @Embedded private Wish wish;
  @Embedded private Observation observed;
  @Embedded private Runs runs;

  @Enumerated(EnumType.STRING)
  private InstanceState state;

  @Embedded private @Nullable Explanation explanation;

  private boolean settled;

  @Column(name = "terminated_at")
  private @Nullable Instant terminatedAt;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Version private long version;

  protected Instance() {}

  public Instance(
      String id, Reservation reservation, int launchIndex, Size size, LaunchSpecification launch) {
    this.id = id;
    this.origin = new Origin(reservation, launchIndex);
    this.accountId = reservation.accountId();
    this.size = size;
    this.launch = launch;
    this.wish = new Wish();
    this.observed = Observation.none();
    this.runs = Runs.none();
    this.state = InstanceState.PENDING;
  }

  /** The room was found: the launch begins. */
  public void placed(Residence where, Wish.Cause cause) {
    residence = where;
    runs.begin(cause.now());
    want(Desired.RUNNING, 0, cause);
  }

  /** The owner starts a stopped instance; its room was allocated again. */
  public void start(Wish.Cause cause) {
    // A cause from before the start no longer explains anything.
    explanation = null;
    runs.begin(cause.now());
    want(Desired.RUNNING, 0, cause);
  }

  /** The owner reboots the instance, which runs; a reboot that has not ended yet serves as this. */
  public void reboot(int graceSeconds, Wish.Cause cause) {
    if (!rebootDue()) {
      wish.reboot(graceSeconds, cause);
      changed(cause);
    }
  }

  /** Whether the run that was seen last is older than the reboot that was asked for. */
  public boolean rebootDue() {
    return wish.rebooting() && observed.bootGeneration() < wish.rebootGeneration();
  }

  /** What it shall mean from now on when the guest switches itself off. */
  public void changeShutdownBehavior(ShutdownBehavior behavior) {
    wish.onShutdownByGuest(behavior);
  }

  /** The owner stops the instance. */
  public void stop(int graceSeconds, Reason why, Wish.Cause cause) {
    explanation = Explanation.of(why, cause.now());
    observed.missingCountsAnew();
    want(Desired.STOPPED, graceSeconds, cause);
  }

  /** The owner, or the planner giving up, ends the instance for good. */
  public void terminate(Reason why, Wish.Cause cause) {
    explanation = Explanation.of(why, cause.now());
    want(Desired.TERMINATED, 0, cause);
  }

  /** The same wish once more, since what was done for it has come undone. */
  public void wantAgain(Wish.Cause cause) {
    want(wish.desired(), wish.stopGraceSeconds(), cause);
  }

  /** A crash is answered by a new start. */
  public void restartAfterCrash(Wish.Cause cause) {
    explanation = Explanation.of(runs.crashed(cause.now()), cause.now());
    wantAgain(cause);
  }

  /** Its host has failed; it is started on another one that has its disk. */
  public void relocated(Residence where, Wish.Cause cause) {
    residence = where;
    observed = observed.elsewhere();
    explanation = Explanation.of(Reason.RECOVERED, cause.now());
    wantAgain(cause);
  }

  private void want(Desired wanted, int graceSeconds, Wish.Cause cause) {
    wish.renew(wanted, graceSeconds, cause);
    changed(cause);
  }

  private void changed(Wish.Cause cause) {
    settled = false;
    nextAttemptAt = cause.now();
    refresh();
  }

  /** Takes over what a report says; false if it was older than what is known. */
  public boolean observe(Observation.Source source, Observation.Seen seen, Instant now) {
    boolean anew = observed.runsAnew(seen);
    if (!observed.update(source, seen, now)) {
      return false;
    }
    runs.seen(seen.power(), anew, now);
    nextAttemptAt = now;
    if (terminatedAt == null) {
      // A host that is ahead of us (our database was restored) would ignore the wish for ever.
      wish.outrun(seen.generation());
    }
    InstanceState before = state;
    refresh();
    if (wish.desired() == Desired.RUNNING && state.off() && !before.off()) {
      explanation = Explanation.of(Reason.GUESTS_SHUTDOWN, now);
    }
    return true;
  }

  /** Notes that a full inventory of its host did not list it. */
  public void notListed(Observation.Source source, Instant now) {
    if (observed.missing(source, now)) {
      nextAttemptAt = now;
    }
  }

  /** Concludes from its absence what has become of it: nothing is left, or it is off. */
  public void conclude(ObservedPower power, Instant now) {
    observed.conclude(power, now, wish.generation());
    nextAttemptAt = now;
    refresh();
  }

  /** It has another host from now on, which sees it so. */
  public void moved(Residence where, Observation there, Instant now) {
    residence = where;
    observed = there.copy();
    nextAttemptAt = now;
    refresh();
  }

  /** Its host is gone for good, and with it whatever there was. */
  public void hostLost(Reason why, Wish.Cause cause) {
    if (terminatedAt == null) {
      terminate(why, cause);
    }
    conclude(ObservedPower.ABSENT, cause.now());
  }

  /** What the end of a transition needed has been done. */
  public void settle(Instant now, @Nullable Instant lookAgainAt) {
    settled = true;
    wish.fulfilled();
    explanation = explanation == null ? null : explanation.on(state);
    nextAttemptAt = lookAgainAt;
    if (wish.desired() == Desired.TERMINATED && terminatedAt == null) {
      terminatedAt = now;
    }
    refresh();
  }

  /** A transition that began without a wish, by what was seen, gets its time limit now. */
  public void limit(Instant until) {
    wish.limit(until);
  }

  /** Nothing to do before then. */
  public void lookAgainAt(@Nullable Instant when) {
    nextAttemptAt = when;
  }

  public void hindered(Reason why) {
    explanation = new Explanation(why, transitionReason());
  }

  /** The time limit passed although the wish stands: say why and set a new limit. */
  public void explainDelay(Reason why, Instant now, Duration timeLimit) {
    hindered(why);
    wish.extend(now.plus(timeLimit));
    nextAttemptAt = now;
  }

  private void refresh() {
    InstanceState before = state;
    state = InstanceState.of(wish, observed, before, terminatedAt != null);
    settled = settled && state == before;
  }

  /** Its owner gave it another type while it was off. */
  public void resize(Size other) {
    size = other;
  }

  public Demand demand() {
    return size.demand();
  }

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public Origin origin() {
    return origin;
  }

  public LaunchSpecification launch() {
    return launch;
  }

  public String instanceType() {
    return size.typeName();
  }

  public String zone() {
    return residence.zone();
  }

  public String hostId() {
    return residence.hostId();
  }

  public Residence residence() {
    return residence;
  }

  public Wish wish() {
    return wish;
  }

  public Observation observed() {
    return observed;
  }

  public Runs runs() {
    return runs;
  }

  public InstanceState state() {
    return state;
  }

  public @Nullable Reason reason() {
    return explanation == null ? null : explanation.reason();
  }

  public @Nullable String transitionReason() {
    return explanation == null ? null : explanation.transition();
  }

  public boolean settled() {
    return settled;
  }

  public @Nullable Instant terminatedAt() {
    return terminatedAt;
  }
}

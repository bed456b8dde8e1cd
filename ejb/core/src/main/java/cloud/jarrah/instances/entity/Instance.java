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

/**
 * A virtual machine. Each change of the wish raises the generation; a host that has applied a newer
 * generation ignores an older one.
 */
@Entity
@Table(name = "instances")
public class Instance {
  /** Crashes in a row after which an instance is not started again by itself. */
  public static final int MAX_RESTARTS = 3;

  @Id private String id;

  @Column(name = "reservation_id")
  private String reservationId;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "launch_index")
  private int launchIndex;

  @Embedded private LaunchSpecification launch;

  @Column(name = "instance_type")
  private String instanceType;

  private int vcpus;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  private String zone;

  @Column(name = "host_id")
  private String hostId;

  @Column(name = "placement_note")
  private String placementNote;

  @Embedded private Wish wish;
  @Embedded private Observation observed;
  private int restarts;

  @Column(name = "ever_ran")
  private boolean everRan;

  @Enumerated(EnumType.STRING)
  private InstanceState state;

  @Embedded private @Nullable Reason reason;

  @Column(name = "transition_reason")
  private @Nullable String transitionReason;

  @Column(name = "launched_at")
  private Instant launchedAt;

  private boolean settled;

  @Column(name = "terminated_at")
  private @Nullable Instant terminatedAt;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Version private long version;

  protected Instance() {}

  public Instance(
      String id,
      Reservation reservation,
      int launchIndex,
      Sizing sizing,
      LaunchSpecification launch) {
    this.id = id;
    this.reservationId = reservation.id();
    this.accountId = reservation.accountId();
    this.launchIndex = launchIndex;
    this.instanceType = sizing.typeName();
    this.vcpus = sizing.demand().cores();
    this.memoryMib = sizing.demand().memoryMib();
    this.diskGib = sizing.demand().diskGib();
    this.zone = sizing.zone();
    this.launch = launch;
    this.wish = new Wish();
    this.observed = Observation.none();
    this.state = InstanceState.PENDING;
  }

  /** An instance type's name, its room, and the zone it is to be in. */
  public record Sizing(String typeName, Demand demand, String zone) {}

  /** The room was found: the launch begins. */
  public void placed(String onHost, String note, Wish.Cause cause) {
    hostId = onHost;
    placementNote = note;
    launchedAt = cause.now();
    want(Desired.RUNNING, 0, cause);
  }

  /** The owner starts a stopped instance; its room was allocated again. */
  public void start(Wish.Cause cause) {
    // A cause from before the start no longer explains anything.
    reason = null;
    transitionReason = null;
    launchedAt = cause.now();
    restarts = 0;
    want(Desired.RUNNING, 0, cause);
  }

  /** The owner stops the instance. */
  public void stop(int graceSeconds, Reason why, Wish.Cause cause) {
    explain(why, cause.now());
    want(Desired.STOPPED, graceSeconds, cause);
  }

  /** The owner, or the planner giving up, ends the instance for good. */
  public void terminate(Reason why, Wish.Cause cause) {
    explain(why, cause.now());
    want(Desired.TERMINATED, 0, cause);
  }

  /** The same wish once more, since what was done for it has come undone. */
  public void wantAgain(Wish.Cause cause) {
    want(wish.desired(), wish.stopGraceSeconds(), cause);
  }

  /** A crash is answered by a new start. */
  public void restartAfterCrash(Wish.Cause cause) {
    restarts++;
    String count = restarts + " of " + MAX_RESTARTS;
    explain(
        Reason.of(
            "Server.InstanceCrashed", "The virtual machine died and is started again, " + count),
        cause.now());
    wantAgain(cause);
  }

  private void want(Desired wanted, int graceSeconds, Wish.Cause cause) {
    wish.renew(wanted, graceSeconds, cause);
    settled = false;
    nextAttemptAt = cause.now();
    refresh();
  }

  /** Takes over what a report says; false if it was older than what is known. */
  public boolean observe(
      Observation.Source source,
      ObservedPower power,
      long atGeneration,
      @Nullable String detail,
      Instant now) {
    if (!observed.update(source, power, atGeneration, detail, now)) {
      return false;
    }
    if (power == ObservedPower.RUNNING) {
      everRan = true;
    }
    nextAttemptAt = now;
    if (terminatedAt == null) {
      // A host that is ahead of us (our database was restored) would ignore the wish for ever.
      wish.outrun(atGeneration);
    }
    InstanceState before = state;
    refresh();
    if (wish.desired() == Desired.RUNNING
        && state == InstanceState.STOPPED
        && before != InstanceState.STOPPED) {
      explain(Reason.of("Client.InstanceInitiatedShutdown", "Instance initiated shutdown"), now);
    }
    return true;
  }

  /** Notes that a full inventory of its host did not list it. */
  public boolean notListed(Observation.Source source, Instant now) {
    boolean noted = observed.missing(source, now);
    if (noted) {
      nextAttemptAt = now;
    }
    return noted;
  }

  /** Concludes from repeated absence that the host has lost it. */
  public void concludeGone(Instant now) {
    observed.gone(now, wish.generation());
    nextAttemptAt = now;
    refresh();
  }

  /** What the end of a transition needed has been done. */
  public void settle(Instant now, @Nullable Instant lookAgainAt) {
    settled = true;
    wish.fulfilled();
    nextAttemptAt = lookAgainAt;
    if (wish.desired() == Desired.TERMINATED && terminatedAt == null) {
      terminatedAt = now;
    }
    refresh();
  }

  /** A transition that began without a wish, by what was seen, gets its time limit now. */
  public void limit(Instant until) {
    if (wish.deadlineAt() == null) {
      wish.extend(until);
    }
  }

  /** Nothing to do before then. */
  public void lookAgainAt(@Nullable Instant when) {
    nextAttemptAt = when;
  }

  /** The time limit passed although the wish stands: say why and set a new limit. */
  public void explainDelay(Reason why, Instant now, Duration timeLimit) {
    reason = why;
    wish.extend(now.plus(timeLimit));
    nextAttemptAt = now;
  }

  private void explain(Reason why, Instant now) {
    reason = why;
    transitionReason = (why.usersOwn() ? "User initiated (" : "Server initiated (") + now + ")";
  }

  private void refresh() {
    InstanceState before = state;
    state = InstanceState.of(wish.desired(), observed, wish.generation(), terminatedAt != null);
    settled = settled && state == before;
  }

  public Demand demand() {
    return new Demand(vcpus, memoryMib, diskGib);
  }

  public String id() {
    return id;
  }

  public String reservationId() {
    return reservationId;
  }

  public String accountId() {
    return accountId;
  }

  public int launchIndex() {
    return launchIndex;
  }

  public LaunchSpecification launch() {
    return launch;
  }

  public String instanceType() {
    return instanceType;
  }

  public String zone() {
    return zone;
  }

  public String hostId() {
    return hostId;
  }

  public String placementNote() {
    return placementNote;
  }

  public Wish wish() {
    return wish;
  }

  public Observation observed() {
    return observed;
  }

  public int restarts() {
    return restarts;
  }

  public boolean everRan() {
    return everRan;
  }

  public InstanceState state() {
    return state;
  }

  public @Nullable Reason reason() {
    return reason;
  }

  public @Nullable String transitionReason() {
    return transitionReason;
  }

  public Instant launchedAt() {
    return launchedAt;
  }

  public boolean settled() {
    return settled;
  }

  public @Nullable Instant terminatedAt() {
    return terminatedAt;
  }

  public @Nullable Instant nextAttemptAt() {
    return nextAttemptAt;
  }
}

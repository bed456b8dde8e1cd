package cloud.jarrah.instances.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The move of a running instance to another host. */
@Entity
@Table(name = "migrations")
public class Migration {
  private static final int MOST_DETAIL = 1024;

  @Id private String id;

  @Column(name = "instance_id")
  private String instanceId;

  @Column(name = "open_instance")
  private @Nullable String openInstance;

  @Column(name = "source_host")
  private String sourceHost;

  @Column(name = "target_host")
  private String targetHost;

  @Enumerated(EnumType.STRING)
  private Stage stage = Stage.PREPARING;

  private boolean succeeded;

  @Column(name = "clearing_host")
  private @Nullable String clearingHost;

  private @Nullable String detail;

  @Column(name = "told_generation")
  private long toldGeneration;

  @Enumerated(EnumType.STRING)
  private Answer answer = Answer.NONE;

  private @Nullable String berth;

  @Embedded
  @AttributeOverride(name = "power", column = @Column(name = "arrival_power"))
  @AttributeOverride(name = "generation", column = @Column(name = "arrival_generation"))
  @AttributeOverride(name = "bootGeneration", column = @Column(name = "arrival_boot_generation"))
  @AttributeOverride(name = "epoch", column = @Column(name = "arrival_epoch"))
  @AttributeOverride(name = "incarnation", column = @Column(name = "arrival_incarnation"))
  @AttributeOverride(name = "sequence", column = @Column(name = "arrival_sequence"))
  @AttributeOverride(name = "at", column = @Column(name = "arrival_at"))
  @AttributeOverride(name = "detail", column = @Column(name = "arrival_detail"))
  @AttributeOverride(name = "missingSince", column = @Column(name = "arrival_missing_since"))
  @AttributeOverride(name = "missingReports", column = @Column(name = "arrival_missing_reports"))
  private Observation arrival = Observation.none();

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "deadline_at")
  private Instant deadlineAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private long version;

  /** How far it is. */
  public enum Stage {
    /** The target makes a place. */
    PREPARING,
    /** The source sends the instance. */
    MOVING,
    /** The source has let it go, and the target is told so. */
    ACCEPTING,
    /** It is called off: the source ends what is under way. */
    STOPPING,
    /** It did not succeed: the target takes the place away, unless the instance has come. */
    REVOKING,
    /** The target has nothing of it: the source has the instance as before. */
    RETURNING,
    /** It is decided where the instance is; the other host removes what it has of it. */
    CLEARING,
    ENDED
  }

  /** What the last command came to. */
  public enum Answer {
    NONE,
    DONE,
    FAILED
  }

  protected Migration() {}

  public Migration(
      String id,
      Instance instance,
      String targetHost,
      String requestId,
      Instant now,
      Instant deadline) {
    this.id = id;
    this.instanceId = instance.id();
    this.openInstance = instance.id();
    this.sourceHost = instance.hostId();
    this.targetHost = targetHost;
    this.requestId = requestId;
    this.startedAt = now;
    this.deadlineAt = deadline;
  }

  /** The next command is on its way. */
  public void told(Stage next, long generation) {
    stage = next;
    toldGeneration = generation;
    answer = Answer.NONE;
  }

  /** The command has ended at its host; false if it was an older one. */
  public boolean answered(long generation, Answer what, @Nullable String text) {
    if (generation != toldGeneration || stage == Stage.ENDED) {
      return false;
    }
    answer = what;
    explain(text);
    return true;
  }

  public final void explain(@Nullable String text) {
    if (text != null) {
      detail = text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL);
    }
  }

  /** Takes over what the target says of the instance. */
  public void observe(Observation.Source source, Observation.Seen seen, @Nullable String place) {
    if (arrival.update(source, seen, startedAt) && place != null) {
      berth = place;
    }
  }

  /** It is known where the instance is; what is left at the other host has to go. */
  public void decided(boolean arrived, String clearing, long generation) {
    told(Stage.CLEARING, generation);
    succeeded = arrived;
    clearingHost = clearing;
    openInstance = null;
  }

  public void end(Instant now) {
    stage = Stage.ENDED;
    openInstance = null;
    clearingHost = null;
    berth = null;
    endedAt = now;
  }

  /** Its own room is where the instance is not, or not yet known to be. */
  public boolean holdsRoomOn(String hostId) {
    return hostId.equals(stage == Stage.CLEARING ? clearingHost : targetHost);
  }

  /** The target may have the instance. */
  public boolean undecided() {
    return switch (stage) {
      case PREPARING, MOVING, ACCEPTING, STOPPING, REVOKING -> true;
      case RETURNING, CLEARING, ENDED -> false;
    };
  }

  /** Whether a command is the one that its other host is told to clean up. */
  public boolean clears(String hostId, long generation) {
    return stage == Stage.CLEARING && hostId.equals(toldHost()) && generation == toldGeneration;
  }

  /** The host that the present stage waits for. */
  public String toldHost() {
    return switch (stage) {
      case PREPARING, ACCEPTING, REVOKING -> targetHost;
      case MOVING, STOPPING, RETURNING -> sourceHost;
      case CLEARING, ENDED -> clearingHost == null ? sourceHost : clearingHost;
    };
  }

  public String id() {
    return id;
  }

  public String instanceId() {
    return instanceId;
  }

  public String sourceHost() {
    return sourceHost;
  }

  public String targetHost() {
    return targetHost;
  }

  public Stage stage() {
    return stage;
  }

  public boolean succeeded() {
    return succeeded;
  }

  public @Nullable String detail() {
    return detail;
  }

  public long toldGeneration() {
    return toldGeneration;
  }

  public Answer answer() {
    return answer;
  }

  public @Nullable String berth() {
    return berth;
  }

  public Observation arrival() {
    return arrival;
  }

  public String requestId() {
    return requestId;
  }

  public Instant deadlineAt() {
    return deadlineAt;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }
}

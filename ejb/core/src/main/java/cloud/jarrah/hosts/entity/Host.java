package cloud.jarrah.hosts.entity;

import cloud.jarrah.node.NodeReport.Capacity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A hypervisor host. Only changed columns are written, so that the batched heartbeat update and a
 * placement never overwrite each other.
 */
@Entity
@Table(name = "hosts")
@DynamicUpdate
public class Host {
  /** More often than that no host fails between two of them: one that claims it is not believed. */
  private static final int EPOCHS_SINCE_A_BACKUP = 1000;

  @Id private String id;
  private String name;
  private String zone;
  private int epoch;
  @Version private long version;

  private @Nullable String hypervisor;

  @Column(name = "agent_version")
  private @Nullable String agentVersion;

  @Column(name = "message_version")
  private int messageVersion = 1;

  @Column(name = "last_seen")
  private @Nullable Instant lastSeen;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Embedded private Room room;
  @Embedded private LatestInventory inventory;
  @Embedded private Standing standing;
  @Embedded private Duty duty;
  @Embedded private Power power;

  @Column(name = "storage_id")
  private @Nullable String storageId;

  protected Host() {}

  public Host(String id, String name, String zone, Instant now) {
    this.id = id;
    this.name = name;
    this.zone = zone;
    this.epoch = 1;
    this.enrolledAt = now;
    this.room = Room.none();
    this.inventory = LatestInventory.none();
    this.standing = Standing.active();
    this.duty = Duty.initial();
    this.power = Power.initial();
  }

  /** The host was set up anew under the same name: what its former self says no longer counts. */
  public void enrolAgain(Instant now) {
    endEpoch();
    enrolledAt = now;
    // One that was off is used again when it has shown what it has.
    if (standing.standing() == HostStanding.FENCING) {
      returned(new Standing.Decision("enrolment", 0, now), "It was set up anew");
    }
  }

  /**
   * Whether the host's own epoch is beyond the one that is known: the database was restored from
   * before that began.
   */
  public boolean isBehind(int itsEpoch) {
    return itsEpoch > epoch && itsEpoch - epoch <= EPOCHS_SINCE_A_BACKUP;
  }

  public void catchUp(int itsEpoch) {
    endEpoch();
    epoch = itsEpoch;
  }

  private void endEpoch() {
    epoch++;
    inventory.forget();
    messageVersion = 1;
  }

  /** It was silent for too long and is to be switched off; until then nothing is sent there. */
  public void fencing(Standing.Decision decision) {
    standing.become(HostStanding.FENCING, decision, "Last heard at " + lastSeen);
  }

  /** It was tried to switch it off, and is not known to be off. */
  public void notFenced(Instant now, String why) {
    standing.tried(now, why);
  }

  /** It is off. Whatever its former self still says or is told no longer counts. */
  public void fenced(Standing.Decision decision, String how) {
    endEpoch();
    standing.become(HostStanding.FENCED, decision, how);
  }

  /** Says what keeps it from being used; true if that was not said before. */
  public boolean note(String why) {
    return standing.note(why);
  }

  /** It is used again. */
  public void returned(Standing.Decision decision, String why) {
    standing.become(HostStanding.ACTIVE, decision, why);
  }

  /** Notes of what is still to come are from before the database's clock was set back. */
  public void mindClock(Instant now) {
    Instant latest = now.plus(Reachability.SUSPECT_AFTER);
    boolean ahead =
        Stream.of(lastSeen, standing.since(), duty.since(), power.since(), enrolledAt)
            .anyMatch(noted -> noted != null && noted.isAfter(latest));
    if (ahead) {
      lastSeen = Standing.earlier(lastSeen, now);
      enrolledAt = enrolledAt.isBefore(now) ? enrolledAt : now;
      standing.clockWasSetBack(now);
      duty.clockWasSetBack(now);
      power.clockWasSetBack(now);
    }
  }

  /**
   * Since when its silence counts; null: it is not expected to speak. One that was set up anew has
   * to be given the time to.
   */
  public @Nullable Instant expectedSince() {
    Instant expected = duty.expectedSince(lastSeen);
    return expected != null && enrolledAt.isAfter(expected) ? enrolledAt : expected;
  }

  /** Whether it was heard since its standing is what it is. */
  public boolean heardSince() {
    Instant since = standing.since();
    return since != null && lastSeen != null && lastSeen.isAfter(since);
  }

  /** Whether it is known to be off: it was seen to be, and was not heard since. */
  public boolean isOff() {
    return standing.standing() == HostStanding.FENCED && !heardSince();
  }

  /** Takes over what an inventory says about the host itself; an older one changes nothing. */
  public boolean inventoryReceived(
      long reportIncarnation, long sequence, Capacity capacity, String digest, Instant now) {
    if (!inventory.takeIn(reportIncarnation, sequence, digest, now)) {
      return false;
    }
    room.offer(capacity);
    hypervisor = capacity.hypervisor();
    agentVersion = capacity.agentVersion();
    storageId = capacity.storageId();
    lastSeen = now;
    return true;
  }

  /** The newest version of messages that its agent understands. */
  public void understands(int version) {
    messageVersion = version;
  }

  public int messageVersion() {
    return messageVersion;
  }

  /** Whether an inventory was taken in that was made after this report. */
  public boolean hasShownSince(long reportIncarnation, long sequence) {
    return inventory.isSince(reportIncarnation, sequence);
  }

  public Room room() {
    return room;
  }

  /** How well the host can be reached, as if somebody had always listened. */
  public Reachability reachability(Instant now) {
    return reachability(now, Instant.EPOCH);
  }

  /**
   * How well the host can be reached, judged by when it was last heard.
   *
   * @param listeningSince since when somebody has listened: silence before that says nothing
   */
  public Reachability reachability(Instant now, Instant listeningSince) {
    return power.sleeps() && standing.standing() != HostStanding.FENCED
        ? Reachability.ASLEEP
        : Reachability.of(standing.standing(), lastSeen, listeningSince, now);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String zone() {
    return zone;
  }

  public Duty duty() {
    return duty;
  }

  /** Whether its duty, its standing and its power allow to place anything here. */
  public boolean takesMore() {
    return duty.inService()
        && standing.standing() == HostStanding.ACTIVE
        && power.power() != HostPower.UNWAKEABLE;
  }

  public Power power() {
    return power;
  }

  public int epoch() {
    return epoch;
  }

  public @Nullable String hypervisor() {
    return hypervisor;
  }

  public @Nullable String agentVersion() {
    return agentVersion;
  }

  public @Nullable String inventoryDigest() {
    return inventory.digest();
  }

  public Standing standing() {
    return standing;
  }

  /** Where its instances' disks lie if other hosts have them, too. */
  public @Nullable String storageId() {
    return storageId;
  }

  public @Nullable Instant lastSeen() {
    return lastSeen;
  }
}

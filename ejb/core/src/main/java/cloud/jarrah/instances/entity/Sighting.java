package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host lists an instance that should not be there. */
@Entity
@Table(name = "instance_sightings")
public class Sighting {
  /** Of inventories, which come every minute at least: more than one report, and some time. */
  private static final int REPORTS = 3;

  private static final Duration WATCHED = Duration.ofMinutes(2);

  @EmbeddedId private Key key;

  @Column(name = "host_epoch")
  private int epoch;

  private long generation;

  @Column(name = "first_seen")
  private Instant firstSeen;

  @Column(name = "last_seen")
  private Instant lastSeen;

  @Column(name = "times_seen")
  private int timesSeen;

  @Column(name = "asked_at")
  private @Nullable Instant askedAt;

  /** Where what is seen. */
  @Embeddable
  public record Key(
      @Column(name = "host_id") String hostId, @Column(name = "instance_id") String instanceId)
      implements Serializable {}

  protected Sighting() {}

  public Sighting(Key key, int epoch, Instant now) {
    this.key = key;
    this.epoch = epoch;
    this.firstSeen = now;
    this.lastSeen = now;
  }

  /** Another inventory lists it. One of the host's later life begins the watch anew. */
  public void seen(int hostEpoch, long seenGeneration, Instant now) {
    if (hostEpoch != epoch) {
      epoch = hostEpoch;
      firstSeen = now;
      timesSeen = 0;
      askedAt = null;
    }
    generation = seenGeneration;
    lastSeen = now;
    timesSeen++;
  }

  /** Whether it was listed often enough, for long enough, by the host as it is now. */
  public boolean established(int hostEpoch, Instant now) {
    return epoch == hostEpoch && timesSeen >= REPORTS && !now.isBefore(firstSeen.plus(WATCHED));
  }

  /** The host was asked for an inventory, for this one's sake. */
  public void asked(Instant now) {
    askedAt = now;
  }

  /** Whether the host has listed it since it was asked. */
  public boolean confirmed() {
    return askedAt != null && lastSeen.isAfter(askedAt);
  }

  public boolean wasAsked() {
    return askedAt != null;
  }

  public String hostId() {
    return key.hostId();
  }

  public String instanceId() {
    return key.instanceId();
  }

  public long generation() {
    return generation;
  }
}

package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What was last seen of an instance, and which report said so. Written by report intake alone. */
@Embeddable
public class Observation {
  private static final int MOST_TEXT = 1024;

  @Enumerated(EnumType.STRING)
  @Column(name = "observed_power")
  private ObservedPower power = ObservedPower.UNKNOWN;

  @Column(name = "observed_generation")
  private long generation;

  @Column(name = "observed_boot_generation")
  private long bootGeneration;

  @Column(name = "observed_epoch")
  private int epoch;

  @Column(name = "observed_incarnation")
  private long incarnation;

  @Column(name = "observed_sequence")
  private long sequence;

  @Column(name = "observed_at")
  private @Nullable Instant at;

  @Column(name = "observed_detail")
  private @Nullable String detail;

  @Column(name = "missing_since")
  private @Nullable Instant missingSince;

  @Column(name = "missing_reports")
  private int missingReports;

  protected Observation() {}

  static Observation none() {
    return new Observation();
  }

  /**
   * Which report an observation comes from; of two, the later one is the greater.
   *
   * @param epoch of the host: counted by the server, each time it enrols
   * @param incarnation of its agent within the epoch: a host set up anew begins again
   * @param sequence of the report within the incarnation
   */
  public record Source(int epoch, long incarnation, long sequence) implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
      return Comparator.comparingInt(Source::epoch)
          .thenComparingLong(Source::incarnation)
          .thenComparingLong(Source::sequence)
          .compare(this, other);
    }
  }

  /**
   * What a report says.
   *
   * @param generation the newest that its host had begun to apply
   * @param bootGeneration for which generation its present or last run was begun
   */
  public record Seen(
      ObservedPower power, long generation, long bootGeneration, @Nullable String detail) {}

  /** Whether it is then in another run than it was when it was seen last. */
  boolean runsAnew(Seen seen) {
    return power != ObservedPower.RUNNING || seen.bootGeneration() > bootGeneration;
  }

  /** Takes over what a report says; false if a newer report was taken over before. */
  boolean update(Source source, Seen seen, Instant now) {
    if (!isNewer(source)) {
      return false;
    }
    remember(source);
    power = seen.power();
    generation = seen.generation();
    bootGeneration = seen.bootGeneration();
    detail = shortened(seen.detail());
    at = now;
    missingSince = null;
    missingReports = 0;
    return true;
  }

  static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
  }

  /** The same, held by another. */
  Observation copy() {
    Observation copy = new Observation();
    copy.power = power;
    copy.generation = generation;
    copy.bootGeneration = bootGeneration;
    copy.epoch = epoch;
    copy.incarnation = incarnation;
    copy.sequence = sequence;
    copy.at = at;
    copy.detail = detail;
    return copy;
  }

  /** Notes that an inventory did not list the instance. */
  boolean missing(Source source, Instant now) {
    if (!isNewer(source)) {
      return false;
    }
    remember(source);
    if (missingSince == null) {
      missingSince = now;
    }
    missingReports++;
    return true;
  }

  /** Nothing is known yet of the instance at another host, whose reports are counted anew. */
  Observation elsewhere() {
    Observation fresh = none();
    fresh.generation = generation;
    return fresh;
  }

  void conclude(ObservedPower concluded, Instant now, long atGeneration) {
    generation = Math.max(generation, atGeneration);
    power = concluded;
    detail = "the host has lost the instance";
    at = now;
  }

  /** An older command may yet have brought it there: that it was missing says nothing now. */
  void missingCountsAnew() {
    missingSince = null;
    missingReports = 0;
  }

  /** Whether a report of this epoch of the host showed it, and not that it is off. */
  public boolean mayRunUnder(int hostEpoch) {
    return epoch == hostEpoch
        && (power == ObservedPower.RUNNING || power == ObservedPower.PREPARING);
  }

  private boolean isNewer(Source source) {
    return source.compareTo(new Source(epoch, incarnation, sequence)) > 0;
  }

  private void remember(Source source) {
    epoch = source.epoch();
    incarnation = source.incarnation();
    sequence = source.sequence();
  }

  public ObservedPower power() {
    return power;
  }

  public long generation() {
    return generation;
  }

  public long bootGeneration() {
    return bootGeneration;
  }

  public @Nullable String detail() {
    return detail;
  }

  public @Nullable Instant missingSince() {
    return missingSince;
  }

  public int missingReports() {
    return missingReports;
  }
}

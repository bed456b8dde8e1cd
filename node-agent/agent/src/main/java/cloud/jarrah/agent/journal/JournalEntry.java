package cloud.jarrah.agent.journal;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything the agent remembers of one instance.
 *
 * @param generation the newest one that was begun
 * @param spec of the last EnsureRunning, null if there was none
 * @param begun the command that was begun and not finished; taken up again after a restart
 * @param diskMade whether a root disk was completed once: if it is missing later, data was lost and
 *     a fresh disk must not hide that
 * @param power as last seen
 * @param since when it came into that state
 * @param bootGeneration for which generation its present or last run was begun; 0: not known
 * @param interrupt number of the last interrupt that was sent to the guest
 */
public record JournalEntry(
    String instanceId,
    long generation,
    Wish wish,
    @Nullable InstanceSpec spec,
    @Nullable CommandEnvelope begun,
    boolean diskMade,
    Power power,
    Instant since,
    @Nullable String detail,
    long bootGeneration,
    long interrupt) {

  /** How long the memory of an instance that is gone must outlive it. */
  public static final Duration TOMBSTONE_LIFE = Duration.ofHours(24);

  public static JournalEntry first(String instanceId, Wish wish, Instant now) {
    return new JournalEntry(instanceId, 0, wish, null, null, false, Power.ABSENT, now, null, 0, 0);
  }

  public JournalEntry begin(Wish newWish, @Nullable InstanceSpec newSpec, CommandEnvelope command) {
    InstanceSpec kept = newSpec == null ? spec : newSpec;
    return new JournalEntry(
        instanceId,
        command.generation(),
        newWish,
        kept,
        command,
        diskMade,
        power,
        since,
        detail,
        bootGeneration,
        interrupt);
  }

  /** The command in work has ended, one way or the other. */
  public JournalEntry settled() {
    return new JournalEntry(
        instanceId,
        generation,
        wish,
        spec,
        null,
        diskMade,
        power,
        since,
        detail,
        bootGeneration,
        interrupt);
  }

  public JournalEntry seen(Power newPower, @Nullable String newDetail, Instant now) {
    if (newPower == power && Objects.equals(newDetail, detail)) {
      return this;
    }
    Instant newSince = newPower == power ? since : now;
    return new JournalEntry(
        instanceId,
        generation,
        wish,
        spec,
        begun,
        diskMade,
        newPower,
        newSince,
        newDetail,
        bootGeneration,
        interrupt);
  }

  public JournalEntry withDisk() {
    return new JournalEntry(
        instanceId,
        generation,
        wish,
        spec,
        begun,
        true,
        power,
        since,
        detail,
        bootGeneration,
        interrupt);
  }

  /** It does not run now: whichever run comes next is begun for the present generation. */
  public JournalEntry aboutToBoot() {
    return new JournalEntry(
        instanceId,
        generation,
        wish,
        spec,
        begun,
        diskMade,
        power,
        since,
        detail,
        generation,
        interrupt);
  }

  public JournalEntry interrupted(long number) {
    return new JournalEntry(
        instanceId,
        generation,
        wish,
        spec,
        begun,
        diskMade,
        power,
        since,
        detail,
        bootGeneration,
        number);
  }

  /** Nothing of the instance is left but the number that keeps late commands out. */
  public JournalEntry buried(Instant now) {
    return new JournalEntry(
        instanceId, generation, Wish.ABSENT, null, null, false, Power.ABSENT, now, null, 0, 0);
  }

  @JsonIgnore
  public boolean isTombstone() {
    return wish == Wish.ABSENT && begun == null && power == Power.ABSENT;
  }

  public InstanceObservation observation() {
    return new InstanceObservation(instanceId, generation, power, since, detail, bootGeneration);
  }
}

package cloud.jarrah.agent.journal;

import cloud.jarrah.node.Berth;
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
 * @param berth of an instance that is awaited: its place
 * @param departure the newest generation for which it was tried to send it to another host
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
    long interrupt,
    @Nullable Berth berth,
    long departure) {

  /** How long the memory of an instance that is gone must outlive it. */
  public static final Duration TOMBSTONE_LIFE = Duration.ofHours(24);

  public static JournalEntry first(String instanceId, Wish wish, Instant now) {
    return new JournalEntry(
        instanceId, 0, wish, null, null, false, Power.ABSENT, now, null, 0, 0, null, 0);
  }

  public JournalEntry begin(Wish newWish, @Nullable InstanceSpec newSpec, CommandEnvelope command) {
    Draft draft = new Draft(this);
    draft.generation = command.generation();
    draft.wish = newWish;
    draft.spec = newSpec == null ? spec : newSpec;
    draft.begun = command;
    return draft.entry();
  }

  /** The command in work has ended, one way or the other. */
  public JournalEntry settled() {
    Draft draft = new Draft(this);
    draft.begun = null;
    return draft.entry();
  }

  public JournalEntry seen(Power newPower, @Nullable String newDetail, Instant now) {
    if (newPower == power && Objects.equals(newDetail, detail)) {
      return this;
    }
    Draft draft = new Draft(this);
    draft.since = newPower == power ? since : now;
    draft.power = newPower;
    draft.detail = newDetail;
    return draft.entry();
  }

  public JournalEntry withDisk() {
    Draft draft = new Draft(this);
    draft.diskMade = true;
    return draft.entry();
  }

  /** It does not run now: whichever run comes next is begun for the present generation. */
  public JournalEntry aboutToBoot() {
    Draft draft = new Draft(this);
    draft.bootGeneration = generation;
    return draft.entry();
  }

  public JournalEntry interrupted(long number) {
    Draft draft = new Draft(this);
    draft.interrupt = number;
    return draft.entry();
  }

  /** Nothing that an earlier try left may be taken for its disk or its place. */
  public JournalEntry awaited(long bootedFor) {
    Draft draft = new Draft(this);
    draft.bootGeneration = bootedFor;
    draft.diskMade = false;
    draft.berth = null;
    return draft.entry();
  }

  public JournalEntry withBerth(Berth place) {
    Draft draft = new Draft(this);
    draft.berth = place;
    return draft.entry();
  }

  /** What was awaited has come: from now on it is an instance like any other. */
  public JournalEntry arrived(Power as, Instant now) {
    Draft draft = new Draft(this);
    draft.wish = Wish.RUNNING;
    draft.diskMade = true;
    draft.berth = null;
    return draft.entry().seen(as, null, now);
  }

  /** From now on, this generation's try counts as made. */
  public JournalEntry departing() {
    Draft draft = new Draft(this);
    draft.departure = generation;
    return draft.entry();
  }

  public JournalEntry departed(Instant now) {
    Draft draft = new Draft(this);
    draft.wish = Wish.DEPARTED;
    return draft.entry().seen(Power.DEPARTED, null, now);
  }

  /** The other host does not have it: it is this one's again. */
  public JournalEntry returned(Power as, @Nullable String why, Instant now) {
    Draft draft = new Draft(this);
    draft.wish = Wish.RUNNING;
    return draft.entry().seen(as, why, now);
  }

  /** An entry that is to be like another but for what is set. */
  private static final class Draft {
    private final String instanceId;
    private long generation;
    private Wish wish;
    private @Nullable InstanceSpec spec;
    private @Nullable CommandEnvelope begun;
    private boolean diskMade;
    private Power power;
    private Instant since;
    private @Nullable String detail;
    private long bootGeneration;
    private long interrupt;
    private @Nullable Berth berth;
    private long departure;

    Draft(JournalEntry before) {
      instanceId = before.instanceId;
      generation = before.generation;
      wish = before.wish;
      spec = before.spec;
      begun = before.begun;
      diskMade = before.diskMade;
      power = before.power;
      since = before.since;
      detail = before.detail;
      bootGeneration = before.bootGeneration;
      interrupt = before.interrupt;
      berth = before.berth;
      departure = before.departure;
    }

    JournalEntry entry() {
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
          interrupt,
          berth,
          departure);
    }
  }

  /** Nothing of the instance is left but the number that keeps late commands out. */
  public JournalEntry buried(Instant now) {
    return new JournalEntry(
        instanceId,
        generation,
        Wish.ABSENT,
        null,
        null,
        false,
        Power.ABSENT,
        now,
        null,
        0,
        0,
        null,
        0);
  }

  @JsonIgnore
  public boolean isTombstone() {
    return wish == Wish.ABSENT && begun == null && power == Power.ABSENT;
  }

  public InstanceObservation observation() {
    return new InstanceObservation(
        instanceId, generation, power, since, detail, bootGeneration, berth);
  }
}

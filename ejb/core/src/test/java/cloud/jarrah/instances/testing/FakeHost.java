package cloud.jarrah.instances.testing;

import cloud.jarrah.instances.testing.FakeMoves.Entry;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.ReportEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host with the agent's rules: journal of generations, tombstones, one answer per command. */
public final class FakeHost {
  private final String id;
  private final NodeReport.Capacity capacity;
  private final Supplier<Instant> clock;
  private final Map<String, Entry> journal = new TreeMap<>();
  private final Map<String, Integer> boots = new TreeMap<>();
  private final Map<String, InstanceSpec> specs = new TreeMap<>();
  private Function<String, FakeHost> peers = host -> this;
  private int epoch = 1;
  private long incarnation = 1;
  private long sequence;
  private Function<InstanceSpec, Optional<Failure>> launches = spec -> Optional.empty();
  private boolean knowsReboots = true;
  private final FakeSlumber slumber = new FakeSlumber();
  private final FakeInterrupts interrupts = new FakeInterrupts();
  private Function<NodeCommand.TakeScreenshot, Optional<NodeReport.Screenshot>> screenshot =
      command -> Optional.empty();

  /** How it reaches other hosts, to send them instances. */
  public void connect(Function<String, FakeHost> others) {
    peers = others;
  }

  boolean takesIn(String instance) {
    return journal.getOrDefault(instance, new Entry()).arrives();
  }

  /** How it answers a question for a screenshot; empty: not at all. */
  public void screenshots(
      Function<NodeCommand.TakeScreenshot, Optional<NodeReport.Screenshot>> answers) {
    screenshot = answers;
  }

  /** Interrupts that a guest has got. */
  public int interrupts() {
    return interrupts.count();
  }

  /** How the next launch fails. */
  public record Failure(boolean retryable, String message) {}

  public FakeHost(String id, NodeReport.Capacity capacity, Supplier<Instant> clock) {
    this.id = id;
    this.capacity = capacity;
    this.clock = clock;
  }

  /** Carries out a command and answers. */
  public List<ReportEnvelope> receive(CommandEnvelope envelope) {
    if (envelope.hostEpoch() != epoch) {
      return List.of();
    }
    if (envelope.command() instanceof NodeCommand.Readmit readmit) {
      readmit.leave().forEach(journal::remove);
      epoch = readmit.epoch();
      return List.of(inventory());
    }
    if (slumber.obeys(envelope.command(), present().isEmpty())
        || envelope.command() instanceof NodeCommand.SendInventory) {
      return List.of(inventory());
    }
    if (envelope.command() instanceof NodeCommand.SendInterrupt interrupt) {
      interrupts.take(interrupt);
      return List.of(answer(envelope, Outcome.DONE, null));
    }
    if (envelope.command() instanceof NodeCommand.TakeScreenshot command) {
      return List.of(
          screenshot.apply(command).map(this::report).orElseGet(this::inventory),
          answer(envelope, Outcome.DONE, null));
    }
    Entry entry = journal.computeIfAbsent(envelope.resource(), key -> new Entry());
    if (envelope.generation() < entry.generation) {
      return List.of(answer(envelope, Outcome.SUPERSEDED, null));
    }
    if (envelope.generation() == entry.generation
        && entry.concluded
        && !rebootDue(envelope, entry)) {
      return List.of(answer(envelope, Outcome.DONE, null));
    }
    if (clock.get().isAfter(envelope.deadline())) {
      return List.of(answer(envelope, Outcome.EXPIRED, null));
    }
    entry.generation = envelope.generation();
    entry.concluded = false;
    return apply(envelope, entry);
  }

  private boolean rebootDue(CommandEnvelope envelope, Entry entry) {
    return knowsReboots
        && envelope.command() instanceof NodeCommand.EnsureRunning run
        && run.reboot() != null
        && entry.bootGeneration < run.reboot().generation();
  }

  private List<ReportEnvelope> apply(CommandEnvelope envelope, Entry entry) {
    NodeCommand command = envelope.command();
    if (command instanceof NodeCommand.PrepareArrival prepare) {
      specs.put(envelope.resource(), prepare.instance());
    }
    Optional<Failure> refusal = FakeMoves.apply(envelope, entry, peers);
    if (refusal.isPresent()) {
      entry.concluded = false;
      return List.of(inventory(), answer(envelope, Outcome.FAILED, refusal.get()));
    }
    if (FakeMoves.isMove(command)) {
      entry.concluded = !(command instanceof NodeCommand.Depart);
    } else if (command instanceof NodeCommand.EnsureRunning run) {
      specs.put(envelope.resource(), run.instance());
      Optional<Failure> failure = launches.apply(run.instance());
      if (failure.isPresent()) {
        entry.detail = failure.get().message();
        entry.power = failure.get().retryable() ? Power.PREPARING : Power.FAILED;
        return List.of(inventory(), answer(envelope, Outcome.FAILED, failure.get()));
      }
      if (entry.power != Power.RUNNING || rebootDue(envelope, entry)) {
        boots.merge(envelope.resource(), 1, Integer::sum);
        entry.bootGeneration = envelope.generation();
      }
      entry.power = Power.RUNNING;
    } else if (command instanceof NodeCommand.EnsureStopped) {
      entry.power = Power.OFF;
    } else {
      entry.power = Power.ABSENT;
    }
    entry.concluded = true;
    return List.of(inventory(), answer(envelope, Outcome.DONE, null));
  }

  private ReportEnvelope answer(
      CommandEnvelope envelope, Outcome outcome, @Nullable Failure failure) {
    boolean unknown = failure != null && power(envelope.resource()) == Power.ABSENT;
    return report(
        new NodeReport.CommandResult(
            envelope.commandId(),
            envelope.resource(),
            envelope.generation(),
            outcome,
            failure != null && failure.retryable(),
            failure == null ? null : failure.message(),
            unknown ? null : observation(envelope.resource())));
  }

  /** All that is not gone. */
  public ReportEnvelope inventory() {
    List<InstanceObservation> present = new ArrayList<>();
    journal.forEach(
        (instance, entry) -> {
          if (entry.power != Power.ABSENT) {
            present.add(observation(instance));
          }
        });
    return report(
        new NodeReport.Inventory(capacity, present, FakeMoves.digest(journal), slumber.said(id)));
  }

  public ReportEnvelope heartbeat() {
    return report(new NodeReport.Heartbeat(FakeMoves.digest(journal)));
  }

  private InstanceObservation observation(String instance) {
    Entry entry = journal.getOrDefault(instance, new Entry());
    return new InstanceObservation(
        instance,
        entry.generation,
        entry.power,
        clock.get(),
        entry.detail,
        entry.bootGeneration,
        entry.power == Power.ARRIVING
            ? new Berth("source", id, "fake", 1, "disk", null, null, "console", "bridge")
            : null);
  }

  /** Says something, whether it is true or not. */
  public ReportEnvelope report(NodeReport report) {
    int knows = knowsReboots ? MessageVersions.CURRENT : MessageVersions.OLDEST;
    return new ReportEnvelope(
        ReportEnvelope.VERSION, id, epoch, incarnation, ++sequence, clock.get(), report, knows);
  }

  /** The agent dies and comes back: the journal and the domains stay, the counting begins anew. */
  public ReportEnvelope restart() {
    incarnation++;
    sequence = 0;
    return inventory();
  }

  /** Whether and how it sleeps. */
  public FakeSlumber slumber() {
    return slumber;
  }

  /** The machine loses its power; its disks and what the agent has noted on them stay. */
  public void losesPower() {
    journal.values().stream()
        .filter(entry -> entry.power == Power.RUNNING)
        .forEach(entry -> entry.power = Power.CRASHED);
    incarnation++;
    sequence = 0;
  }

  /** The host is set up anew under its name: nothing of its former life is left. */
  public ReportEnvelope setUpAnew() {
    journal.clear();
    epoch++;
    incarnation = 1;
    sequence = 0;
    return inventory();
  }

  /** The guest switches itself off. */
  public ReportEnvelope guestSwitchesOff(String instance) {
    return becomes(instance, Power.GUEST_OFF);
  }

  /** The virtual machine dies. */
  public ReportEnvelope domainDies(String instance) {
    return becomes(instance, Power.CRASHED);
  }

  /** Disk and memory of the instance are lost, and what was known of it. */
  public ReportEnvelope loses(String instance) {
    journal.remove(instance);
    return inventory();
  }

  private ReportEnvelope becomes(String instance, Power power) {
    Objects.requireNonNull(journal.get(instance), instance).power = power;
    return inventory();
  }

  public void nextLaunchFails(Failure failure) {
    launches =
        spec -> {
          launches(any -> Optional.empty());
          return Optional.of(failure);
        };
  }

  /** How launches end from now on; empty: well. */
  public void launches(Function<InstanceSpec, Optional<Failure>> how) {
    launches = how;
  }

  /** From before there were reboots: it ignores what it does not know. */
  public void isOld(boolean old) {
    knowsReboots = !old;
  }

  public String id() {
    return id;
  }

  public Power power(String instance) {
    return journal.getOrDefault(instance, new Entry()).power;
  }

  /** How often the instance's domain was started. */
  public int boots(String instance) {
    return boots.getOrDefault(instance, 0);
  }

  /** What the host was last told of the instance. */
  public InstanceSpec spec(String instance) {
    return Objects.requireNonNull(specs.get(instance), instance);
  }

  /** Instances of which something is there. */
  public List<String> present() {
    return journal.entrySet().stream()
        .filter(e -> e.getValue().power != Power.ABSENT)
        .map(Map.Entry::getKey)
        .toList();
  }
}

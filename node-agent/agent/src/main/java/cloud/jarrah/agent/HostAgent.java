package cloud.jarrah.agent;

import cloud.jarrah.agent.commands.Answers;
import cloud.jarrah.agent.commands.CommandEngine;
import cloud.jarrah.agent.commands.CommandHandlers;
import cloud.jarrah.agent.config.AgentConfig.Timing;
import cloud.jarrah.agent.console.ConsoleWatch;
import cloud.jarrah.agent.enrolment.BrokerFile;
import cloud.jarrah.agent.enrolment.HostEpoch;
import cloud.jarrah.agent.enrolment.HostIdentity;
import cloud.jarrah.agent.enrolment.Incarnation;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.inventory.HostInventory;
import cloud.jarrah.agent.inventory.PowerWatch;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.messaging.Backoff;
import cloud.jarrah.agent.messaging.BrokerLink;
import cloud.jarrah.agent.messaging.CommandInbox;
import cloud.jarrah.agent.messaging.KnownBrokers;
import cloud.jarrah.agent.messaging.ReportOutbox;
import cloud.jarrah.agent.messaging.ReportSender;
import cloud.jarrah.agent.messaging.ReportSender.Speaker;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.agent.scheduling.AgentThreads.Cancellable;
import cloud.jarrah.agent.scheduling.Coalesced;
import cloud.jarrah.agent.slumber.Bedtime;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeReport.Capacity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One host's agent: its parts, and its life from start to end. */
public final class HostAgent implements AutoCloseable {
  private static final Duration CONSOLE_TICK = Duration.ofSeconds(1);
  private static final Duration PURGE = Duration.ofHours(1);

  /** The slowest attempts of a thousand hosts must still get through before one counts as down. */
  private static final Duration MOST_BACKOFF = Duration.ofSeconds(15);

  /** In this time the cloud answers a heartbeat, however busy it is. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** At a random moment within this, and then as often, a host looks whether it can go home. */
  private static final Duration HOMECOMING = Duration.ofMinutes(10);

  /**
   * Where an agent lives.
   *
   * @param state directory of this host
   * @param keys directory of its identity
   */
  public record Home(Path state, Path keys, Durability durability, HostIdentity identity) {}

  private final AgentThreads threads;
  private final Timing timing;
  private final Clock clock;
  private final Machine machine;
  private final Journal journal;
  private final ReportOutbox outbox;
  private final CommandEngine engine;
  private final BrokerLink link;
  private final PowerWatch watch;
  private final ConsoleWatch consoles;
  private final List<Cancellable> timers = new ArrayList<>();

  private final boolean sharing;

  private HostAgent(
      Home home,
      HostEpoch epoch,
      Bedtime bedtime,
      Journal journal,
      long incarnation,
      Capacity capacity,
      Timing timing,
      Machine machine,
      AgentThreads threads,
      Clock clock) {
    HostIdentity identity = home.identity();
    this.threads = threads;
    this.timing = timing;
    this.clock = clock;
    this.machine = machine;
    this.journal = journal;
    this.sharing = capacity.storageId() != null;
    HostInventory inventory = new HostInventory(capacity, journal, bedtime::slumber);
    this.outbox = new ReportOutbox(inventory::inventory, inventory::heartbeat);
    this.watch = new PowerWatch(machine.hypervisor(), journal, outbox, clock);
    Coalesced refresh = new Coalesced(threads.commands(), watch::refresh);
    this.engine =
        new CommandEngine(
            new CommandEngine.Addressee(identity.hostId(), epoch::current),
            CommandHandlers.create(
                journal,
                machine.disks(),
                machine.network(),
                machine.hypervisor(),
                outbox,
                epoch::raise,
                new CommandHandlers.Night(bedtime, this::isWorking)),
            journal,
            new Answers(outbox, journal),
            threads.commands(),
            clock,
            refresh::trigger);
    this.link = link(home);
    Speaker speaker = new Speaker(identity.hostId(), epoch::current, incarnation);
    ReportSender.attach(speaker, outbox, link, threads, clock);
    this.consoles = new ConsoleWatch(machine.hypervisor(), journal, outbox, clock);
    machine.hypervisor().onChange(refresh::trigger);
    timers.add(every(timing.refresh(), threads.commands(), refresh::trigger));
  }

  private boolean isWorking() {
    return engine.isWorking();
  }

  private BrokerLink link(Home home) {
    HostIdentity identity = home.identity();
    BrokerFile file = new BrokerFile(home.keys(), home.durability());
    KnownBrokers brokers =
        new KnownBrokers(
            identity.hostId(), identity.brokers(), file.load(identity.brokers()), file::save);
    CommandInbox inbox =
        new CommandInbox(
            identity.hostId(),
            brokers,
            outbox,
            command -> machine.commands().deliver(command, engine::receive));
    return new BrokerLink(
        new BrokerLink.Parts(identity.access(home.keys()), brokers, inbox, threads),
        new Backoff(Duration.ofMillis(250), MOST_BACKOFF, new SplittableRandom()),
        timing.heartbeat().multipliedBy(2).plus(ANSWER),
        outbox::inventoryDue);
  }

  /** Adopts what runs, takes up what was interrupted, then talks to the cloud. */
  public static HostAgent start(
      Home home,
      Capacity capacity,
      Timing timing,
      Machine machine,
      AgentThreads threads,
      Clock clock)
      throws IOException, NetworkException {
    Journal journal = Journal.open(home.state().resolve("journal"), home.durability());
    long incarnation = Incarnation.next(home.state());
    HostAgent agent =
        new HostAgent(
            home,
            HostEpoch.open(home.keys(), home.identity()),
            Bedtime.open(home.state(), home.durability(), machine.sleeper(), clock),
            journal,
            incarnation,
            capacity,
            timing,
            machine,
            threads,
            clock);
    agent.begin();
    return agent;
  }

  private void begin() throws NetworkException {
    machine.network().restore(specs());
    watch.refresh();
    engine.resume(!sharing);
    link.start(spread(machine.connectWithin()));
    timers.add(every(timing.heartbeat(), threads.link(), this::beat));
    timers.add(every(timing.inventory(), threads.link(), outbox::inventoryDue));
    timers.add(every(HOMECOMING, threads.link(), link::goHome));
    Coalesced looking = new Coalesced(threads.commands(), consoles::look);
    timers.add(every(CONSOLE_TICK, threads.commands(), looking::trigger));
    timers.add(every(PURGE, threads.commands(), () -> journal.purge(clock.instant())));
  }

  /** Of those that are to stay: an address may belong to another one already. */
  private List<InstanceSpec> specs() {
    return journal.entries().stream()
        .filter(entry -> entry.wish() != Wish.ABSENT && entry.wish() != Wish.DEPARTED)
        .map(JournalEntry::spec)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private void beat() {
    if (machine.commands().heartbeatsAllowed()) {
      link.check();
      outbox.heartbeatDue();
    }
  }

  private Cancellable every(Duration period, ExecutorService pool, Runnable task) {
    return threads.every(spread(period), period, pool, task);
  }

  /** Many hosts in one process, or started at once, must not all do the same at the same moment. */
  private static Duration spread(Duration most) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
  }

  /** The instance of this host that has this address. */
  @Nullable InstanceSpec instanceAt(String address) {
    return specs().stream()
        .filter(spec -> spec.ports().stream().anyMatch(port -> port.address().equals(address)))
        .findFirst()
        .orElse(null);
  }

  /** The host that an instance is awaited from; null: it is not awaited. */
  @Nullable String awaitedFrom(String instanceId) {
    JournalEntry entry = journal.find(instanceId);
    Berth berth = entry == null ? null : entry.berth();
    return entry == null || berth == null || entry.wish() != Wish.ARRIVING
        ? null
        : berth.fromHostId();
  }

  public boolean isConnected() {
    return link.isConnected();
  }

  /** Ends without a word, as a crash would; the machine below goes on. */
  @Override
  public void close() {
    timers.forEach(Cancellable::cancel);
    engine.stop();
    journal.close();
    link.close();
  }
}

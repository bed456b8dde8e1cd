package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.AgentVersion;
import cloud.jarrah.agent.HostAgent;
import cloud.jarrah.agent.HostAgent.Home;
import cloud.jarrah.agent.Machine;
import cloud.jarrah.agent.config.AgentConfig;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.agent.slumber.Sleeper;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One host that exists in this process only: a machine, and the agent that comes and goes on it.
 */
final class SimulatedHost {
  private static final System.Logger LOG = System.getLogger(SimulatedHost.class.getName());
  private static final Duration RESTART = Duration.ofMillis(500);
  private static final Map<Class<?>, String> KINDS =
      Arrays.stream(NodeCommand.class.getAnnotation(JsonSubTypes.class).value())
          .collect(Collectors.toMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

  private final Home home;
  private final AgentConfig config;
  private final AgentThreads threads;
  private final Clock clock;
  private final FaultPlan faults = new FaultPlan();
  private final SimulatedHypervisor hypervisor;
  private final SimulatedDisks disks;
  private @Nullable HostAgent agent;
  private boolean asleep;
  private boolean ended;

  /**
   * @param disks this host's own, or those that it shares with others
   * @param others the hypervisor of another host, by the host's id; null: there is none
   */
  SimulatedHost(
      Home home,
      AgentConfig config,
      AgentThreads threads,
      Clock clock,
      SimulatedDisks disks,
      Function<String, @Nullable SimulatedHypervisor> others) {
    this.home = home;
    this.config = config;
    this.threads = threads;
    this.clock = clock;
    this.disks = disks;
    this.hypervisor =
        new SimulatedHypervisor(
            home.identity().hostId(),
            faults,
            threads,
            config.simulation().bootMaximum(),
            this::crashSoon,
            others);
  }

  String name() {
    return home.identity().name();
  }

  String hostId() {
    return home.identity().hostId();
  }

  SimulatedHypervisor hypervisor() {
    return hypervisor;
  }

  FaultPlan faults() {
    return faults;
  }

  synchronized boolean isConnected() {
    return agent != null && agent.isConnected();
  }

  /** Before the first start: machines and disks are as if the process had never ended. */
  void restore() throws IOException {
    Journal journal = Journal.open(home.state().resolve("journal"), home.durability());
    for (JournalEntry entry : journal.entries()) {
      if (entry.power() == Power.RUNNING) {
        hypervisor.restore(entry.instanceId(), SimulatedHypervisor.addresses(entry.spec()));
      }
      if (entry.diskMade()) {
        disks.restore(entry.instanceId());
      }
    }
    journal.close();
  }

  synchronized void startAgent(Duration connectWithin) throws IOException, NetworkException {
    if (!ended && !asleep && agent == null) {
      Machine machine =
          new Machine(
              hypervisor,
              disks,
              SimulatedParts.NETWORK,
              path(),
              config.simulation().wakePort() == 0 ? Sleeper.NEVER : sleeper(),
              connectWithin);
      agent =
          HostAgent.start(
              home,
              config
                  .offer()
                  .capacity(
                      hypervisor.kind(), AgentVersion.TEXT, disks.isShared() ? "simulated" : null),
              config.timing(),
              machine,
              threads,
              clock);
    }
  }

  /** The agent dies where it stands and comes back after a while, in a new incarnation. */
  void crash(Duration away) {
    HostAgent dead;
    synchronized (this) {
      dead = agent;
      agent = null;
    }
    if (dead != null) {
      LOG.log(Level.INFO, "{0}: the agent crashes", name());
      dead.close();
      threads.after(away.isZero() ? RESTART : away, threads.link(), this::restart);
    }
  }

  /** From a thread that belongs to the agent: it cannot wait for its own end. */
  private void crashSoon(Duration away) {
    threads.link().execute(() -> crash(away));
  }

  private void restart() {
    try {
      startAgent(Duration.ZERO);
    } catch (IOException | NetworkException e) {
      LOG.log(Level.ERROR, name() + ": the agent cannot be started again", e);
    }
  }

  /** Made up from its id, and always the same. */
  String mac() {
    UUID made = UUID.nameUUIDFromBytes(hostId().getBytes(StandardCharsets.UTF_8));
    String digits = made.toString().replace("-", "");
    return "02:" + digits.substring(0, 10).replaceAll("(..)(?!$)", "$1:");
  }

  /** The machine is woken by a magic packet; awake already, it does not care. */
  void wake() {
    synchronized (this) {
      if (!asleep) {
        return;
      }
      asleep = false;
    }
    LOG.log(Level.INFO, "{0} wakes up", name());
    threads.after(RESTART, threads.link(), this::restart);
  }

  private Sleeper sleeper() {
    return new Sleeper() {
      @Override
      public String mac() {
        return SimulatedHost.this.mac();
      }

      @Override
      public void sleep() throws IOException {
        fallAsleep();
      }
    };
  }

  /** Awaited by the agent itself: not before it is silent is it known to have slept. */
  private void fallAsleep() throws IOException {
    HostAgent sleeping;
    synchronized (this) {
      sleeping = agent;
      if (sleeping == null || ended) {
        throw new IOException("the agent is ending");
      }
      agent = null;
      asleep = true;
    }
    LOG.log(Level.INFO, "{0} falls asleep", name());
    sleeping.close();
  }

  boolean power(String instanceId, DomainState event) {
    return hypervisor.happen(instanceId, event);
  }

  int domains() {
    return hypervisor.domains().size();
  }

  List<DomainView> domainViews() {
    return hypervisor.views(name());
  }

  /** A domain appears that nobody ordered. */
  void plant(String instanceId) {
    hypervisor.restore(instanceId, List.of());
  }

  /** A domain vanishes, and the agent is not told. */
  void uproot(String instanceId) {
    hypervisor.forget(instanceId);
  }

  void end() {
    HostAgent last;
    synchronized (this) {
      ended = true;
      last = agent;
      agent = null;
    }
    if (last != null) {
      last.close();
    }
  }

  private Machine.CommandPath path() {
    return new Machine.CommandPath() {
      @Override
      public void deliver(CommandEnvelope command, Consumer<CommandEnvelope> engine) {
        SimulatedHost.this.deliver(command, engine);
      }

      @Override
      public boolean heartbeatsAllowed() {
        return !faults.heartbeatsPaused();
      }
    };
  }

  private void deliver(CommandEnvelope command, Consumer<CommandEnvelope> engine) {
    String kind = KINDS.getOrDefault(command.command().getClass(), "?");
    @Nullable Fault fault = faults.takeForDelivery(kind);
    if (fault == null) {
      engine.accept(command);
      return;
    }
    Duration delay = Duration.ofMillis(fault.delayMs());
    LOG.log(Level.INFO, "{0}: {1} happens to {2}", name(), fault.action(), command.commandId());
    switch (fault.action()) {
      case DROP -> LOG.log(Level.DEBUG, "{0} is lost", command.commandId());
      case DELAY -> threads.after(delay, threads.commands(), () -> engine.accept(command));
      case DUPLICATE -> {
        engine.accept(command);
        threads.after(delay, threads.commands(), () -> engine.accept(command));
      }
      case CRASH_BEFORE -> crashSoon(delay);
      case CRASH_DURING, FAIL ->
          throw new IllegalStateException(fault.action() + " is not a matter of delivery");
    }
  }
}

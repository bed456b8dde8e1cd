package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.HostAgent.Home;
import cloud.jarrah.agent.config.AgentConfig;
import cloud.jarrah.agent.enrolment.Enroller;
import cloud.jarrah.agent.enrolment.EnrolmentException;
import cloud.jarrah.agent.enrolment.HostIdentity;
import cloud.jarrah.agent.enrolment.IdentityStore;
import cloud.jarrah.agent.enrolment.Tokens;
import cloud.jarrah.agent.enrolment.Tokens.Token;
import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.agent.scheduling.AgentThreads;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All simulated hosts of the process; their states lie in {@code sim/host-i}. */
public final class SimulatedFleet implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SimulatedFleet.class.getName());
  private static final int ENROL_AT_ONCE = 8;

  private final AgentConfig config;
  private final AgentThreads threads;
  private final Clock clock;
  private final Enroller enroller;
  private final ConcurrentMap<String, SimulatedHost> hosts = new ConcurrentSkipListMap<>();
  private final SimulatedDisks sharedDisks = new SimulatedDisks(true);
  private volatile boolean ended;

  public SimulatedFleet(AgentConfig config, AgentThreads threads, Clock clock, Enroller enroller) {
    this.config = config;
    this.threads = threads;
    this.clock = clock;
    this.enroller = enroller;
  }

  /** A host's place; its identity if it has one already. */
  private record Place(IdentityStore store, Path state, @Nullable HostIdentity identity) {}

  /**
   * Starts those that have an identity, and enrols the others with the tokens of hosts that are not
   * enrolled yet.
   */
  public void start() throws IOException, EnrolmentException {
    Deque<Place> strangers = new ArrayDeque<>();
    List<SimulatedHost> known = new ArrayList<>();
    List<Token> tokens = tokens();
    for (int i = 1; i <= config.simulation().hosts(); i++) {
      Path state = AtomicFiles.privateDirectory(config.state().resolve("sim/host-" + i));
      IdentityStore store = new IdentityStore(state.resolve("identity"));
      @Nullable HostIdentity identity = store.load();
      Place place = new Place(store, state, identity);
      if (identity == null) {
        strangers.add(place);
      } else {
        tokens.removeIf(token -> token.hostName().equals(identity.name()));
        known.add(restore(place, identity));
      }
    }
    // First all of them: what one of them is told may need what another one has made.
    for (SimulatedHost host : known) {
      launch(host);
    }
    if (strangers.size() > tokens.size()) {
      LOG.log(
          Level.ERROR,
          "{0} hosts are not enrolled, but there are only {1} unused tokens in {2}",
          strangers.size(),
          tokens.size(),
          config.tokenFile());
    }
    Deque<Token> unused = new ArrayDeque<>(tokens);
    for (int i = 0; i < ENROL_AT_ONCE; i++) {
      threads.link().execute(() -> enrolAll(strangers, unused));
    }
  }

  private List<Token> tokens() throws IOException {
    Path file = config.tokenFile();
    return file == null ? new ArrayList<>() : Tokens.read(file, config.name());
  }

  private void enrolAll(Deque<Place> strangers, Deque<Token> unused) {
    while (!ended) {
      Place place;
      Token token;
      synchronized (strangers) {
        if (strangers.isEmpty() || unused.isEmpty()) {
          return;
        }
        place = strangers.remove();
        token = unused.remove();
      }
      try {
        launch(restore(place, enroller.enrol(place.store(), token)));
      } catch (EnrolmentException e) {
        LOG.log(Level.ERROR, "{0}: {1}", token.hostName(), e.getMessage());
      } catch (IOException e) {
        LOG.log(Level.ERROR, token.hostName() + " cannot be started", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private SimulatedHost restore(Place place, HostIdentity identity) throws IOException {
    Home home =
        new Home(place.state(), place.store().directory(), Durability.PROCESS_DEATH, identity);
    SimulatedDisks disks = config.simulation().shared() ? sharedDisks : new SimulatedDisks(false);
    SimulatedHost host = new SimulatedHost(home, config, threads, clock, disks, this::hypervisorOf);
    host.restore();
    return host;
  }

  private void launch(SimulatedHost host) throws IOException {
    try {
      // 200 connects a second are enough for a thousand hosts and no burden for a broker.
      host.startAgent(Duration.ofMillis(5L * config.simulation().hosts()));
    } catch (NetworkException e) {
      throw new IOException("a simulated network does not fail", e);
    }
    hosts.put(host.name(), host);
    if (ended) {
      host.end();
    }
  }

  private @Nullable SimulatedHypervisor hypervisorOf(String hostId) {
    return hosts.values().stream()
        .filter(host -> host.hostId().equals(hostId))
        .map(SimulatedHost::hypervisor)
        .findFirst()
        .orElse(null);
  }

  /** A magic packet has come for the machine with this address. */
  public void wake(String mac) {
    hosts.values().stream().filter(host -> host.mac().equals(mac)).forEach(SimulatedHost::wake);
  }

  /** By name; {@code *}: all of them. */
  Collection<SimulatedHost> hosts(String name) {
    if (name.equals("*")) {
      return hosts.values();
    }
    SimulatedHost host = hosts.get(name);
    return host == null ? List.of() : List.of(host);
  }

  @Override
  public void close() {
    ended = true;
    hosts.values().forEach(SimulatedHost::end);
  }
}

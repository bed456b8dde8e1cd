package cloud.jarrah.instances.testing;

import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cloud, a broker and hosts, moved one move at a time in a fixed order, so that the same faults
 * at the same moves give the same story. When nothing is left to do, time advances by a second.
 */
public final class World {
  /** Longer than any time limit of the cloud, with its repetitions. */
  private static final Duration PATIENCE = Duration.ofMinutes(40);

  private static final NodeReport.Capacity CAPACITY =
      new NodeReport.Capacity(8, 8192, 100, "fake", "test");

  private final TestDatabase database;
  private final SettableTime time = new SettableTime();
  private final CountingIds ids = new CountingIds();
  private final Map<String, FakeHost> hosts = new TreeMap<>();
  private final Deque<CommandEnvelope> commands = new ArrayDeque<>();
  private final Deque<ReportEnvelope> reports = new ArrayDeque<>();
  private final Set<String> silent = new HashSet<>();
  private final Delays late = new Delays();
  private final List<String> moves = new ArrayList<>();
  private final Map<Integer, Fault> faults = new TreeMap<>();
  private Runnable terminate = () -> {};
  private @Nullable Function<String, Fence.Outcome> fence;
  private final FakeWaker waker = new FakeWaker(hosts.values(), reports::add);
  private TestPower power = TestPower.NONE;
  private TestCloud cloud;

  public World(TestDatabase database, int hostCount) {
    this(database, hostCount, CAPACITY);
  }

  /** Hosts that have their instances' disks on one storage. */
  public static World sharing(TestDatabase database, int hostCount) {
    return new World(
        database, hostCount, new NodeReport.Capacity(8, 8192, 100, "fake", "test", "storage-1"));
  }

  private World(TestDatabase database, int hostCount, NodeReport.Capacity capacity) {
    this.database = database;
    database.clear();
    cloud = newServer();
    cloud.addSubnet();
    for (int i = 1; i <= hostCount; i++) {
      String id = "host-0000000" + i;
      cloud.addHost(id, time);
      FakeHost host = new FakeHost(id, capacity, time::now);
      host.connect(other -> peer(id, other));
      hosts.put(id, host);
      cloud.receive(id, NodeWire.encode(host.inventory()));
    }
  }

  /** The fault happens at the move with this number, counted from 0. */
  public void plan(int move, Fault fault) {
    faults.put(move, fault);
  }

  /** What {@link Fault#TERMINATE} does. */
  public void onTerminate(Runnable action) {
    terminate = action;
  }

  /** Hosts are watched over from now on, and switched off like this. */
  public void fence(Function<String, Fence.Outcome> how) {
    fence = how;
  }

  /** The moves that were made, by name. */
  public List<String> moves() {
    return List.copyOf(moves);
  }

  public TestCloud cloud() {
    return cloud;
  }

  public SettableTime time() {
    return time;
  }

  public FakeHost host(String id) {
    return Objects.requireNonNull(hosts.get(id), id);
  }

  public Collection<FakeHost> hosts() {
    return hosts.values();
  }

  /** Sends a report that a host makes unasked. */
  public void report(ReportEnvelope report) {
    reports.add(report);
  }

  /** Moves until the condition holds; fails with the story if it does not in good time. */
  public void until(String what, BooleanSupplier condition) {
    Instant limit = time.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (time.now().isAfter(limit)) {
        throw new AssertionError(what + " did not come about; " + describe());
      }
      move();
    }
  }

  /** Lets time pass. */
  public void pass(Duration duration) {
    Instant end = time.now().plus(duration);
    while (time.now().isBefore(end)) {
      move();
    }
  }

  /** Makes the next move, with the fault that is planned for it. */
  public void move() {
    if (moveMessageOrWork()) {
      return;
    }
    time.advance(Duration.ofSeconds(1));
    late.arrive(time.now());
    long second = time.now().getEpochSecond();
    if (second % 5 == 0) {
      cloud.looksAfterHosts(fence != null);
    }
    if (second % 10 == 0) {
      hosts.values().forEach(host -> reports.add(host.heartbeat()));
    }
    if (second % 60 == 0) {
      hosts.values().forEach(host -> reports.add(host.inventory()));
    }
    if (second % 3 == 0) {
      cloud.flushHeartbeats();
    }
  }

  private boolean moveMessageOrWork() {
    if (!commands.isEmpty()) {
      CommandEnvelope command = commands.poll();
      String name = "deliver " + command.command().getClass().getSimpleName();
      message(name, () -> deliver(command));
      return true;
    }
    if (!reports.isEmpty()) {
      ReportEnvelope report = reports.poll();
      String name = "take in " + report.report().getClass().getSimpleName();
      if (report.report() instanceof NodeReport.Heartbeat) {
        deliver(report);
      } else {
        message(name, () -> deliver(report));
      }
      return true;
    }
    return work("reconcile", cloud::reconcile) || work("publish", cloud::publish);
  }

  /** Cuts the host off: nothing reaches it, nothing comes from it. */
  public void silence(String hostId) {
    silent.add(hostId);
  }

  /** What a host finds where it looks for another one: nothing if either is cut off. */
  private FakeHost peer(String from, String to) {
    boolean cut = silent.contains(from) || silent.contains(to);
    return cut ? new FakeHost(to, CAPACITY, time::now) : host(to);
  }

  /** Ends the silence. */
  public void speakAgain(String hostId) {
    silent.remove(hostId);
    reports.add(host(hostId).inventory());
  }

  /** Hosts sleep like this from now on; the server is another one. */
  void power(TestPower how) {
    power = how;
    crashServer();
  }

  /** Whom the cloud tried to wake. */
  public FakeWaker waker() {
    return waker;
  }

  private void deliver(CommandEnvelope command) {
    if (!silent.contains(command.hostId()) && !host(command.hostId()).slumber().asleep()) {
      reports.addAll(host(command.hostId()).receive(command));
    }
  }

  private void deliver(ReportEnvelope report) {
    if (!silent.contains(report.hostId()) && !host(report.hostId()).slumber().asleep()) {
      cloud.receive(report.hostId(), NodeWire.encode(report));
    }
  }

  private void message(String name, Runnable make) {
    Fault fault = faults.remove(moves.size());
    if (fault == Fault.DELAY) {
      moves.add(name + " later");
      late.add(time.now(), make);
      return;
    }
    moves.add(name);
    if (fault != Fault.LOSE) {
      make.run();
    }
    if (fault == Fault.REPEAT) {
      make.run();
    }
    afterwards(fault);
  }

  private boolean work(String name, IntSupplier make) {
    if (make.getAsInt() == 0) {
      return false;
    }
    Fault fault = faults.remove(moves.size());
    moves.add(name);
    if (fault == Fault.REPEAT) {
      int again = make.getAsInt();
      moves.add(name + " again, " + again);
    }
    afterwards(fault);
    return true;
  }

  private void afterwards(@Nullable Fault fault) {
    if (fault == Fault.CRASH_SERVER) {
      crashServer();
    } else if (fault == Fault.CRASH_AGENT) {
      hosts.values().forEach(host -> reports.add(host.restart()));
    } else if (fault == Fault.TERMINATE) {
      terminate.run();
    }
  }

  /** All that was in the memory of the server and its broker is gone. */
  public void crashServer() {
    commands.clear();
    reports.clear();
    late.clear();
    cloud = newServer();
  }

  /** Whoever waits for a host's answer lets the world move meanwhile. */
  private TestCloud newServer() {
    Fence how = (host, allowed) -> Objects.requireNonNull(fence).apply(host);
    return new TestCloud(database, time, ids, this::send, duration -> move(), how, power);
  }

  private void send(CommandEnvelope command) {
    if (!(command.command() instanceof NodeCommand.ReportHeard)) {
      commands.add(command);
    }
  }

  public <T> T inTransaction(Supplier<T> work) {
    return database.transactions().requiresNew(work);
  }

  public Instance instance(String id) {
    return inTransaction(() -> cloud.instances().findForAdministrator(id)).orElseThrow();
  }

  /** The story so far, for the message of a failing test. */
  public String describe() {
    return "time " + time.now() + ", moves: " + String.join("; ", moves);
  }
}

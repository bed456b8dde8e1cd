package cloud.jarrah.agent.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.FakeBroker;
import cloud.jarrah.agent.fakes.RecordedReports;
import cloud.jarrah.agent.fakes.TcpGate;
import cloud.jarrah.agent.fakes.TestAuthority;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.ReportHeard;
import cloud.jarrah.node.NodeWire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real brokers, and before each a gate that breaks and freezes. */
class BrokerLinkTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final AgentThreads threads = AgentThreads.create(1, 2);
  private final List<CommandEnvelope> commands = new CopyOnWriteArrayList<>();
  private TestAuthority authority;
  private FakeBroker homeBroker;
  private FakeBroker otherBroker;
  private TcpGate home;
  private TcpGate other;
  private String host;
  private Path hostStore;
  private KnownBrokers brokers;
  private BrokerLink link;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    authority = new TestAuthority(directory, "127.0.0.1");
    homeBroker = new FakeBroker(authority, "127.0.0.1", report -> {});
    otherBroker = new FakeBroker(authority, "127.0.0.1", report -> {});
    home = new TcpGate(homeBroker.port());
    other = new TcpGate(otherBroker.port());
    List<String> told = List.of(other.address(), home.address());
    host =
        Stream.iterate(1, i -> i + 1)
            .map(i -> "h-" + i)
            .filter(name -> known(name, told).home().equals(home.address()))
            .findFirst()
            .orElseThrow();
    hostStore = authority.hostStore(host);
    brokers = known(host, told);
    link = link(Duration.ofMillis(300));
  }

  private static KnownBrokers known(String host, List<String> told) {
    return new KnownBrokers(host, told, told, list -> {});
  }

  private BrokerLink link(Duration patience) {
    BrokerAccess access =
        new BrokerAccess(
            List.of("unused:1"),
            host,
            "password",
            hostStore,
            authority.trustStore(),
            TestAuthority.STORE_PASSWORD);
    CommandInbox inbox = new CommandInbox(host, brokers, new RecordedReports(), commands::add);
    return new BrokerLink(
        new BrokerLink.Parts(access, brokers, inbox, threads),
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new SplittableRandom(1)),
        patience,
        () -> {});
  }

  @AfterEach
  void end() throws Exception {
    link.close();
    threads.close();
    home.close();
    other.close();
    homeBroker.close();
    otherBroker.close();
  }

  private void connect() {
    link.start(Duration.ZERO);
    await().atMost(LIMIT).until(link::isConnected);
    assertThat(home.passed()).isPositive();
    assertThat(other.passed()).isZero();
  }

  private void awaitOther(Duration limit) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(limit)
        .until(() -> other.passed() > 0 && link.isConnected());
  }

  private void awaitCommandThrough(FakeBroker broker) throws Exception {
    int before = commands.size();
    send(broker, new NodeCommand.SendInventory());
    await().atMost(LIMIT).until(() -> commands.size() > before);
  }

  private void send(FakeBroker broker, NodeCommand command) throws Exception {
    broker.send(
        NodeWire.COMMAND_QUEUE_PREFIX + host,
        NodeWire.encode(
            new CommandEnvelope(1, "c", host, 1, host, 0, Instant.now(), "r", command)));
  }

  @Test
  void brokenConnectionIsReplacedByAnotherBrokerAtOnce() throws Exception {
    connect();
    home.breakDown();
    // Within a second on an idle machine; any silence that had to be waited for takes longer.
    awaitOther(Duration.ofSeconds(4));
    awaitCommandThrough(otherBroker);
  }

  /** To open them again for each connection costs more than all else of it. */
  @Test
  void keysAreReadForTheFirstConnectionOnly() throws Exception {
    connect();
    Files.delete(hostStore);
    Files.delete(authority.trustStore());
    home.breakDown();
    awaitOther(LIMIT);
  }

  @Test
  void frozenBrokerIsLeftWithinTenSeconds() throws Exception {
    connect();
    home.freeze();
    awaitOther(Duration.ofSeconds(10));
    awaitCommandThrough(otherBroker);
  }

  @Test
  void quietConnectionStays() throws Exception {
    connect();
    await()
        .during(Duration.ofSeconds(7))
        .atMost(LIMIT)
        .until(() -> link.isConnected() && home.passed() == 1 && other.passed() == 0);
  }

  @Test
  void brokerThatAcceptsAndHangsHoldsUpForSecondsOnly() throws Exception {
    home.freeze();
    link.start(Duration.ZERO);
    awaitOther(Duration.ofSeconds(5));
  }

  @Test
  void connectionToAFrozenBrokerIsClosedAtOnce() {
    connect();
    home.freeze();
    long began = System.nanoTime();
    link.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void allBrokersGoneIsSurvived() throws Exception {
    connect();
    home.breakDown();
    other.breakDown();
    await().atMost(LIMIT).until(() -> !link.isConnected());
    other.restore();
    awaitOther(LIMIT);
    awaitCommandThrough(otherBroker);
  }

  @Test
  void cloudThatFallsSilentBehindALivingBrokerIsLeft() throws Exception {
    connect();
    send(homeBroker, new ReportHeard(1, 1, List.of(home.address(), other.address()), null));
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              link.check();
              return other.passed() > 0 && link.isConnected();
            });
  }

  @Test
  void hostGoesHomeWhenItsBrokerIsBack() throws Exception {
    connect();
    home.breakDown();
    awaitOther(LIMIT);
    link.goHome();
    assertThat(link.isConnected()).as("nobody is at home: it stays").isTrue();
    awaitCommandThrough(otherBroker);
    home.restore();
    int before = home.passed();
    link.goHome();
    assertThat(home.passed()).isGreaterThan(before);
    awaitCommandThrough(homeBroker);
  }

  @Test
  void brokerThatTheCloudToldIsUsed() throws Exception {
    FakeBroker added = new FakeBroker(authority, "127.0.0.1", report -> {});
    try {
      connect();
      send(homeBroker, new ReportHeard(1, 1, List.of(added.address()), null));
      await().atMost(LIMIT).until(() -> brokers.home().equals(added.address()));
      home.breakDown();
      other.breakDown();
      awaitCommandThrough(added);
    } finally {
      link.close();
      added.close();
    }
  }
}

package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.instances.testing.TestCloud;
import cloud.jarrah.instances.testing.TestPower;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand.Readmit;
import cloud.jarrah.node.NodeCommand.ReportHeard;
import cloud.jarrah.node.NodeCommand.SendInventory;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeReport.Capacity;
import cloud.jarrah.node.NodeReport.Heartbeat;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.nodes.TestOutbox;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What hosts of different versions of the messages get to hear. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostMessagesTest {
  private static final String HOST = "host-00000001";
  private static final int NEWER = MessageVersions.CURRENT + 1;

  private final TestDatabase database = TestDatabase.create();
  private final SettableTime time = new SettableTime();
  private final CountingIds ids = new CountingIds();
  private final List<CommandEnvelope> sent = new ArrayList<>();
  private TestCloud cloud;
  private long sequence;

  @BeforeEach
  void start() {
    database.clear();
    Fence nobody = (host, allowed) -> Fence.Outcome.notConfirmed("nobody can");
    cloud = new TestCloud(database, time, ids, sent::add, limit -> {}, nobody, TestPower.NONE);
    cloud.addHost(HOST, time);
    sent.clear();
  }

  @AfterAll
  void end() {
    database.close();
  }

  private String report(NodeReport report, @Nullable Integer understands) {
    return NodeWire.encode(
        new ReportEnvelope(1, HOST, 1, 1, ++sequence, Instant.EPOCH, report, understands));
  }

  private static NodeReport inventory() {
    return new Inventory(new Capacity(8, 8192, 100, "fake", "test"), List.of(), "d-1");
  }

  private List<ReportHeard> heard() {
    return sent.stream()
        .map(CommandEnvelope::command)
        .filter(ReportHeard.class::isInstance)
        .map(ReportHeard.class::cast)
        .toList();
  }

  @Test
  void hostIsToldOnceThatItIsHeardAndWhereTheBrokersAre() {
    cloud.receive(HOST, report(inventory(), 2));
    cloud.receive(HOST, report(new Heartbeat("d-1"), 2));
    cloud.flushHeartbeats();
    cloud.flushHeartbeats();
    assertThat(heard())
        .containsExactly(new ReportHeard(1, sequence, List.of("127.0.0.1:5446"), null));
  }

  @Test
  void hostOfTheFirstVersionHearsNothingThatItCannotRead() {
    cloud.receive(HOST, report(inventory(), null));
    cloud.receive(HOST, report(new Heartbeat("surprise"), null));
    cloud.flushHeartbeats();
    assertThat(sent)
        .singleElement()
        .matches(command -> command.version() == 1 && command.command() instanceof SendInventory);
  }

  @Test
  void reportOfANewerVersionIsRefusedWithAnAnswer() {
    String newer =
        report(new Heartbeat("d-1"), NEWER)
            .replace("\"version\":1", "\"version\":" + NEWER)
            .replace("heartbeat", "of-the-future");
    cloud.receive(HOST, newer);
    cloud.receive("host-00000002", newer);
    cloud.flushHeartbeats();
    assertThat(heard())
        .singleElement()
        .extracting(ReportHeard::problem)
        .matches(text -> String.valueOf(text).contains("not " + NEWER + ": upgrade it"));
  }

  @Test
  void commandThatIsTooNewWaitsUntilTheAgentIsUpgraded() {
    HostStatus status =
        new HostStatus(
            new HostRepository(database.entityManager()),
            new ListenerRepository(database.entityManager()),
            time);
    CommandOutbox outbox =
        TestOutbox.create(
            database.entityManager(), sent::add, status, database.transactions(), time, ids);
    cloud.receive(HOST, report(inventory(), null));
    Instant deadline = time.now().plus(Duration.ofMinutes(10));
    ReportHeard tooNew = new ReportHeard(1, 1, List.of("127.0.0.1:5446"), null);
    database
        .transactions()
        .run(
            () ->
                outbox.write(
                    new CommandOutbox.Order(HOST, "i-00000001", 1, deadline, "r-1", tooNew)));
    outbox.publishDue();
    assertThat(sent).isEmpty();
    cloud.receive(HOST, report(inventory(), 2));
    time.advance(Duration.ofSeconds(3));
    outbox.publishDue();
    assertThat(sent).extracting(CommandEnvelope::command).containsExactly(tooNew);
  }

  @Test
  void hostsAreAskedFewAtATimeWhenAServerStarts() {
    for (int i = 2; i <= 250; i++) {
      cloud.addHost("host-%08d".formatted(i), time);
    }
    cloud.heartbeats().askAll();
    List<Integer> perFlush = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sent.clear();
      cloud.flushHeartbeats();
      perFlush.add(sent.size());
    }
    assertThat(perFlush).containsExactly(100, 100, 50, 0);
  }

  @Test
  void hostIsLetInAgainOnlyWhenNothingItWasToldBeforeCanArrive() {
    cloud.receive(HOST, report(inventory(), 3));
    time.advance(Duration.ofMinutes(1));
    cloud.confirmOff(HOST);
    time.advance(CommandTransport.ARRIVED_WITHIN.minusSeconds(1));
    cloud.receive(HOST, report(inventory(), 3));
    assertThat(sent).extracting(CommandEnvelope::command).noneMatch(Readmit.class::isInstance);

    time.advance(Duration.ofSeconds(2));
    cloud.receive(HOST, report(inventory(), 3));

    assertThat(sent).extracting(CommandEnvelope::command).contains(new Readmit(2, List.of()));
  }

  @Test
  void wrongListOfBrokersStopsTheStart() {
    Settings settings = new Settings(name -> Optional.of("10.0.0.1:5446,10.0.0.2"));
    assertThatThrownBy(() -> new Brokers(settings)).hasMessageContaining("jarrah.hosts.brokers");
  }
}

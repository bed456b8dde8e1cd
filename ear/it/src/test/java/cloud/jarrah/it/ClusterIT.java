package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.Database;
import cloud.jarrah.it.cloud.SimulatedCloud;
import cloud.jarrah.it.cloud.SteadyCalls;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TraceCollector;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.Xml;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two servers behind one endpoint, of which either may go at any moment. They were started at the
 * same moment on an empty database.
 */
class ClusterIT {
  private static final Duration SHORT = Duration.ofSeconds(20);

  /** The database ends the transaction of a frozen server after 8 s. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private static final TraceCollector COLLECTOR = TraceCollector.begin();

  @RegisterExtension
  static final SimulatedCloud CLUSTER =
      new SimulatedCloud(
          "cluster",
          20,
          2,
          Map.of("JARRAH_JAVA_OPTS", "-Djarrah.traces.endpoint=" + COLLECTOR.endpoint()));

  private final Tenant demo = Tenant.existing(CLUSTER.cloud(), "demo");
  private final Daemons daemons = new Daemons(CLUSTER.cloud());

  @Test
  void noCallFailsWhileTheServersAreRestartedInTurn() {
    long before = daemons.pid("server-1") + daemons.pid("server-2");
    try (SteadyCalls load = SteadyCalls.begin(demo)) {
      awaitCalls(load, Instant.now());
      CLUSTER.cloud().jarrah("up", "--yes", "--no-small").orThrow();
      awaitCalls(load, Instant.now());
      assertThat(load.failures()).isEmpty();
    }
    assertThat(daemons.pid("server-1") + daemons.pid("server-2")).isNotEqualTo(before);
  }

  @Test
  void deathOfAServerBreaksCallsForSecondsOnly() {
    try (SteadyCalls load = SteadyCalls.begin(demo)) {
      awaitCalls(load, Instant.now());
      Daemons.kill(daemons.pid("server-1"));
      awaitCalls(load, Instant.now().plusSeconds(5));
      assertThat(load.errorWindow()).as("%s", load.failures()).isLessThan(Duration.ofSeconds(5));
      Instant again = Instant.now();
      CLUSTER.cloud().upAgain();
      assertThat(Duration.between(again, Instant.now())).isLessThan(Duration.ofSeconds(90));
      assertThat(CLUSTER.cloud().jarrah("status").succeeded()).isTrue();
    }
  }

  @Test
  void frozenServerHoldsUpNobodyForLong() {
    long frozen = daemons.pid("server-2");
    SteadyCalls load = SteadyCalls.begin(demo);
    try (load) {
      awaitCalls(load, Instant.now());
      signal("STOP", frozen);
      try {
        awaitCalls(load, Instant.now().plusSeconds(2));
      } finally {
        signal("CONT", frozen);
      }
      assertThat(load.errorWindow()).as("%s", load.failures()).isLessThan(Duration.ofSeconds(5));
    }
    assertThat(load.calls()).allMatch(call -> call.took().compareTo(LONGEST) < 0);
    Waiting.until(
        "its return",
        Duration.ofSeconds(60),
        () -> CLUSTER.cloud().jarrah("status"),
        ChildProcess.Ended::succeeded);
  }

  @Test
  void balancerThatDiesIsMissedByStatusAndBroughtBackByUp() {
    Daemons.kill(daemons.pid("haproxy"));
    ChildProcess.Ended status = CLUSTER.cloud().jarrah("status");
    assertThat(status.succeeded()).as("%s", status).isFalse();
    assertThat(status.out()).contains("haproxy").contains("./jarrah up");
    Database database = Database.privateOf(CLUSTER.cloud());
    String died = database.text("select now()::text");
    String unheard = "select count(*)::text from hosts where last_seen <= '" + died + "'";
    Waiting.until(
        "all hosts are heard without it", SHORT, () -> database.text(unheard), "0"::equals);
    long servers = daemons.pid("server-1") + daemons.pid("server-2");
    CLUSTER.cloud().upAgain();
    assertThat(demo.query().ec2("DescribeInstances").orThrow().status()).isEqualTo(200);
    assertThat(daemons.pid("server-1") + daemons.pid("server-2")).isEqualTo(servers);
  }

  @Test
  void requestIdOfALaunchLeadsToTheHostsAnswer() {
    Xml answer = demo.machines().launched(1);
    String requestId = answer.text("requestId");
    List<Span> spans =
        Waiting.until(
            "the trace", SHORT, () -> COLLECTOR.of(requestId), found -> found.size() >= 2);
    assertThat(spans).extracting(Span::getName).containsExactly("RunInstances", "EnsureRunning");
    assertThat(spans.get(1).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
    assertThat(spans.get(1).getEndTimeUnixNano()).isGreaterThan(spans.get(0).getEndTimeUnixNano());
  }

  /** Both kinds of users are answered after that moment. */
  private static void awaitCalls(SteadyCalls load, Instant moment) {
    Waiting.until("answered calls", SHORT, () -> load.answeredSince(moment), n -> n >= 20);
  }

  private static void signal(String name, long pid) {
    ChildProcess.of("kill", "-" + name, Long.toString(pid)).run().orThrow();
  }
}

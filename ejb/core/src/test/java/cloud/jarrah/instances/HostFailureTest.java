package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Silent hosts: who is waited for, who is switched off, and when nothing is done. */
class HostFailureTest {
  private static TestDatabase database;

  private final List<String> fenced = new ArrayList<>();

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private static ListHostsResponse.Host shown(World world, FakeHost host) {
    return world.cloud().shownHost(host.id());
  }

  private World world(int hosts) {
    World world = new World(database, hosts);
    world.fence(
        id -> {
          fenced.add(id);
          return Fence.Outcome.off("switched off");
        });
    world.pass(Duration.ofMinutes(3));
    return world;
  }

  private static FakeHost first(World world) {
    return world.hosts().iterator().next();
  }

  @Test
  void silentHostIsSwitchedOffAndItsEpochIsVoid() {
    World world = world(3);
    FakeHost host = first(world);
    world.silence(host.id());

    world.pass(Duration.ofSeconds(110));
    assertThat(fenced).isEmpty();
    world.pass(Duration.ofSeconds(40));

    assertThat(fenced).containsExactly(host.id());
    ListHostsResponse.Host shown = shown(world, host);
    assertThat(shown.standing()).isEqualTo(HostStanding.FENCED.name());
    assertThat(shown.state()).isEqualTo("DOWN");
    assertThat(shown.standingReason()).isEqualTo("switched off");
    assertThat(shown.standingBy()).startsWith("server/start-");
    assertThat(world.inTransaction(() -> world.cloud().hosts().find(host.id())).orElseThrow())
        .satisfies(row -> assertThat(row.epoch()).isEqualTo(2))
        .satisfies(row -> assertThat(row.standing().lease()).isPositive());
  }

  @Test
  void noHostIsDownBecauseTheServersWere() {
    World world = world(3);

    world.time().advance(Duration.ofMinutes(10));
    world.cloud().watchHosts();

    assertThat(world.cloud().listHosts().hosts())
        .allSatisfy(host -> assertThat(host.state()).isEqualTo("UP"));
    world.pass(Duration.ofMinutes(5));
    assertThat(fenced).isEmpty();
  }

  @Test
  void aHostThatDiedWhileTheServersWereDownIsFoundAfterTheQuietTime() {
    World world = world(3);
    FakeHost host = first(world);
    world.silence(host.id());
    world.time().advance(Duration.ofMinutes(10));

    world.pass(Duration.ofSeconds(110));
    assertThat(fenced).isEmpty();
    world.pass(Duration.ofSeconds(30));

    assertThat(fenced).containsExactly(host.id());
  }

  @Test
  void whenTooManyFallSilentTogetherTheBrakeHoldsUntilTheySpeak() {
    World world = world(3);
    world.hosts().forEach(host -> world.silence(host.id()));

    world.pass(Duration.ofMinutes(10));

    assertThat(fenced).isEmpty();
    assertThat(world.cloud().listHosts().brake()).contains("3 of 3 hosts");
    assertThat(shown(world, first(world)).standing()).isEqualTo("ACTIVE");
    world.hosts().forEach(host -> world.speakAgain(host.id()));
    world.pass(Duration.ofSeconds(20));
    assertThat(world.cloud().listHosts().brake()).isNull();
    assertThat(fenced).isEmpty();
  }

  @Test
  void aHostThatCannotBeSwitchedOffIsTriedAgainAndItsInstancesStayWhereTheyAre() {
    World world = world(3);
    FakeHost host = first(world);
    world.fence(
        id -> {
          fenced.add(id);
          return Fence.Outcome.notConfirmed("the controller does not answer");
        });
    world.silence(host.id());

    world.pass(Duration.ofSeconds(280));

    assertThat(fenced).hasSizeBetween(2, 4).containsOnly(host.id());
    assertThat(shown(world, host).standing()).isEqualTo("FENCING");
    assertThat(shown(world, host).standingReason()).isEqualTo("the controller does not answer");
    world.speakAgain(host.id());
    world.pass(Duration.ofSeconds(20));
    assertThat(shown(world, host).standing()).isEqualTo("ACTIVE");
  }

  @Test
  void aHostFailsAsSoonAfterTheDatabasesClockWasSetBack() {
    World world = world(3);
    FakeHost host = first(world);
    world.silence(host.id());
    world.time().advance(Duration.ofHours(-5));

    world.pass(Duration.ofMinutes(5));

    assertThat(fenced).containsExactly(host.id());
    assertThat(world.cloud().listHosts().hosts())
        .filteredOn(other -> !other.id().equals(host.id()))
        .allSatisfy(other -> assertThat(other.state()).isEqualTo("UP"));
  }

  @Test
  void aHostThatIsSwitchedOffIsNotForgottenIfTheClockIsSetBack() {
    World world = world(3);
    FakeHost host = first(world);
    world.fence(id -> Fence.Outcome.notConfirmed("the controller does not answer"));
    world.silence(host.id());
    world.pass(Duration.ofMinutes(3));
    assertThat(shown(world, host).standing()).isEqualTo("FENCING");
    world.time().advance(Duration.ofHours(-5));
    world.pass(Duration.ofSeconds(10));
    world.fence(
        id -> {
          fenced.add(id);
          return Fence.Outcome.off("switched off");
        });

    world.pass(Duration.ofMinutes(8));

    assertThat(fenced).containsExactly(host.id());
  }

  @Test
  void aHostThatIsBackButNotLetInCanFailAgain() {
    World world = world(3);
    FakeHost host = first(world);
    world.silence(host.id());
    world.pass(Duration.ofSeconds(150));
    assertThat(shown(world, host).standing()).isEqualTo("FENCED");
    world.cloud().enrolAgain(host.id(), world.time());
    assertThat(shown(world, host).standing()).as("nobody knows what it has").isEqualTo("FENCED");
    // It is heard under its new epoch, but does not tell what it has.
    world.cloud().receive(host.id(), NodeWire.encode(heartbeat(host.id(), 3)));
    world.cloud().flushHeartbeats();
    fenced.clear();

    world.pass(Duration.ofSeconds(150));

    assertThat(fenced).containsExactly(host.id());
    assertThat(epoch(world, host)).isEqualTo(4);
  }

  private static ReportEnvelope heartbeat(String host, int epoch) {
    return new ReportEnvelope(
        1, host, epoch, 1, 1, Instant.EPOCH, new NodeReport.Heartbeat("digest"), 2);
  }

  private static int epoch(World world, FakeHost host) {
    return world.inTransaction(() -> world.cloud().hosts().find(host.id()).orElseThrow().epoch());
  }

  @Test
  void aHostThatWasOffAndIsSetUpAnewIsUsedWhenItHasShownWhatItHas() {
    World world = world(3);
    FakeHost host = first(world);
    world.silence(host.id());
    world.pass(Duration.ofSeconds(150));
    world.cloud().enrolAgain(host.id(), world.time());
    host.setUpAnew();
    assertThat(shown(world, host).standing()).isEqualTo("FENCED");

    world.cloud().receive(host.id(), NodeWire.encode(host.setUpAnew()));

    assertThat(shown(world, host).standing()).isEqualTo("ACTIVE");
    assertThat(shown(world, host).state()).isEqualTo("UP");
  }

  @Test
  void whatAHostIsToldWaitsWhileItIsSwitchedOff() {
    World world = world(3);
    world.fence(id -> Fence.Outcome.notConfirmed("the controller does not answer"));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String home = world.instance(id).hostId();
    world.silence(home);
    world.pass(Duration.ofMinutes(3));
    owner.stops(id);
    world.pass(Duration.ofSeconds(5));
    String told = told(world, id);

    world.pass(Duration.ofSeconds(90));

    assertThat(told(world, id)).as("the same, and still open").isEqualTo(told);
    world.speakAgain(home);
    world.pass(Duration.ofSeconds(40));
    assertThat(owner.state(id)).isEqualTo(InstanceState.STOPPED);
  }

  private static String told(World world, String id) {
    return world.inTransaction(
        () -> Objects.requireNonNull(world.cloud().outbox().openFor(List.of(id)).get(id)).id());
  }

  @Test
  void onlyAHostThatIsSilentCanBeConfirmedOff() {
    World world = world(2);
    FakeHost host = first(world);
    assertThatThrownBy(() -> world.cloud().confirmOff(host.id()))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.OPERATION_NOT_PERMITTED, ApiException::code);
    world.silence(host.id());
    world.pass(Duration.ofSeconds(50));

    world.cloud().confirmOff(host.id());
    world.cloud().confirmOff(host.id());

    assertThat(shown(world, host).standing()).isEqualTo("FENCED");
    assertThat(shown(world, host).standingBy()).isEqualTo("request-999999999999");
    assertThat(
            world.inTransaction(() -> world.cloud().hosts().find(host.id()).orElseThrow().epoch()))
        .as("confirmed twice, raised once")
        .isEqualTo(2);
  }

  @Test
  void aHostWhoseAgentIsTooOldToBeLetInSaysSo() {
    World world = world(3);
    FakeHost host = first(world);
    world.silence(host.id());
    world.pass(Duration.ofSeconds(150));
    host.isOld(true);
    world.speakAgain(host.id());
    world.pass(Duration.ofSeconds(150));
    assertThat(shown(world, host).standing()).isEqualTo("FENCED");
    assertThat(shown(world, host).standingReason()).contains("too old", "upgrade it");

    host.isOld(false);
    world.pass(Duration.ofSeconds(150));

    assertThat(shown(world, host).standing()).isEqualTo("ACTIVE");
  }
}

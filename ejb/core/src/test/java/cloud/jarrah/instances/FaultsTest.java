package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Runs;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost.Failure;
import cloud.jarrah.instances.testing.OneHostWorld;
import cloud.jarrah.instances.testing.Owner;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What hosts and guests may do, and what the owner is told. */
class FaultsTest extends OneHostWorld {
  private String running() {
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private String reasonOf(String id) {
    Reason reason = world.instance(id).reason();
    return reason == null ? "none" : reason.code();
  }

  @Test
  void guestThatSwitchesItselfOffIsStoppedAndGivesItsRoomBack() {
    String id = running();
    world.report(host.guestSwitchesOff(id));
    owner.awaitsSettled(id, InstanceState.STOPPED);
    assertThat(reasonOf(id)).isEqualTo("Client.InstanceInitiatedShutdown");
    new Consistency(world).check(List.of(id));
    owner.starts(id);
    owner.awaits(id, InstanceState.RUNNING);
    assertThat(host.boots(id)).isEqualTo(2);
  }

  @Test
  void instanceThatDiesIsStartedAgainThreeTimesAndThenStaysStopped() {
    String id = running();
    for (int death = 1; death <= Runs.MAX_RESTARTS; death++) {
      world.report(host.domainDies(id));
      int boots = death + 1;
      world.until("started again", () -> host.boots(id) == boots);
      owner.awaits(id, InstanceState.RUNNING);
      assertThat(reasonOf(id)).isEqualTo("Server.InstanceCrashed");
    }
    world.report(host.domainDies(id));
    owner.awaitsSettled(id, InstanceState.STOPPED);
    assertThat(reasonOf(id)).isEqualTo("Server.InstanceCrashed");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void deathsAfterLongRunsAreNotCountedTogether() {
    String id = running();
    for (int death = 1; death <= Runs.MAX_RESTARTS + 2; death++) {
      world.pass(Duration.ofMinutes(11));
      world.report(host.domainDies(id));
      int boots = death + 1;
      world.until("started again", () -> host.boots(id) == boots);
      owner.awaits(id, InstanceState.RUNNING);
    }
  }

  @Test
  void launchThatFailsForGoodIsTerminatedAndSaysWhy() {
    host.nextLaunchFails(new Failure(false, "the image is damaged"));
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertThat(world.instance(id).reason())
        .extracting(Reason::message, InstanceOfAssertFactories.STRING)
        .contains("the image is damaged");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void launchThatFailsOnceForAPassingReasonIsTriedAgain() {
    host.nextLaunchFails(new Failure(true, "the image could not be fetched"));
    String id = running();
    new Consistency(world).check(List.of(id));
  }

  @Test
  void instanceThatItsHostHasLostIsTerminatedAfterTwoInventoriesAndAGrace() {
    String id = running();
    world.report(host.loses(id));
    world.pass(Duration.ofSeconds(5));
    assertThat(owner.state(id)).as("missing once is not gone").isEqualTo(InstanceState.RUNNING);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertThat(reasonOf(id)).isEqualTo("Server.InternalError");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void hostSetUpAnewIsBelievedAlthoughItCountsFromTheBeginning() {
    world.report(host.restart());
    world.report(host.restart());
    String id = running();
    world.cloud().enrolAgain(host.id(), world.time());
    world.report(host.setUpAnew());
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertThat(reasonOf(id)).isEqualTo("Server.InternalError");
    new Consistency(world).check(List.of(id));
    String next = running();
    new Consistency(world).check(List.of(id, next));
  }

  @Test
  void hostDeclaredLostTakesItsInstancesWithItAndNothingElse() {
    String stopping = running();
    String shown = running();
    owner.terminates(shown);
    owner.awaitsSettled(shown, InstanceState.TERMINATED);
    assertThatThrownBy(() -> world.cloud().removeHost(host.id(), true))
        .as("it is heard")
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.OPERATION_NOT_PERMITTED, ApiException::code);
    world.silence(host.id());
    owner.stops(stopping);
    world.pass(Duration.ofSeconds(40));
    assertThatThrownBy(() -> world.cloud().removeHost(host.id(), false))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.DEPENDENCY_VIOLATION, ApiException::code);
    assertThatThrownBy(() -> world.cloud().removeHost(host.id(), true))
        .as("silent is not off")
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.OPERATION_NOT_PERMITTED, ApiException::code)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("POST /admin/v1/hosts/" + host.id() + "/confirm-off");
    world.cloud().confirmOff(host.id());
    world.cloud().removeHost(host.id(), true);
    owner.awaitsSettled(stopping, InstanceState.TERMINATED);
    assertThat(reasonOf(stopping)).isEqualTo("Server.HostLost");
    assertThat(reasonOf(shown)).isEqualTo("Client.UserInitiatedShutdown");
    world.pass(Duration.ofMinutes(62));
    for (String id : List.of(stopping, shown)) {
      assertThat(world.inTransaction(() -> world.cloud().instances().findForAdministrator(id)))
          .isEmpty();
    }
  }

  @Test
  void instanceOnASilentHostIsNotCalledStopped() {
    String id = running();
    world.silence(host.id());
    world.pass(Duration.ofMinutes(5));
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
  }

  @Test
  void terminationOnASilentHostSaysWhatItWaitsForAndEndsWhenTheHostReturns() {
    String id = running();
    world.silence(host.id());
    owner.terminates(id);
    world.until("told why", () -> reasonOf(id).equals("Server.HostUnreachable"));
    assertThat(owner.state(id)).isEqualTo(InstanceState.SHUTTING_DOWN);
    world.speakAgain(host.id());
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void launchOnAHostThatFallsSilentIsGivenUpInTime() {
    String id = owner.runs(1).get(0);
    world.silence(host.id());
    world.until("given up", () -> reasonOf(id).equals("Server.LaunchTimeout"));
    world.speakAgain(host.id());
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void terminatedInstanceCannotBeStarted() {
    String id = running();
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertThatThrownBy(() -> owner.starts(id))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INCORRECT_INSTANCE_STATE, ApiException::code);
  }

  @Test
  void stoppedInstanceIsNotStartedOnAFullHost() {
    String id = running();
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    owner.runs(8);
    assertThatThrownBy(() -> owner.starts(id))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, ApiException::code);
  }

  @Test
  void launchTakesAsManyAsFitBetweenTheTwoCounts() {
    assertThat(owner.run(Owner.request(2, 50)).instancesSet).hasSize(8);
    assertThatThrownBy(() -> owner.run(Owner.request(1, 1)))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, ApiException::code);
  }

  @Test
  void terminatedInstanceIsForgottenAfterAnHour() {
    String id = running();
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    world.pass(Duration.ofMinutes(59));
    assertThat(owner.state(id)).isEqualTo(InstanceState.TERMINATED);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.inTransaction(() -> world.cloud().instances().findForAdministrator(id)))
        .isEmpty();
  }

  @Test
  void tokenUsedAgainWithOtherParametersIsRefused() {
    var first = Owner.request(1, 1);
    first.clientToken = "t";
    String reservation = owner.run(first).reservationId;
    assertThat(owner.run(first).reservationId).isEqualTo(reservation);
    var other = Owner.request(1, 2);
    other.clientToken = "t";
    assertThatThrownBy(() -> owner.run(other))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH, ApiException::code);
  }
}

package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.ShutdownBehavior;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost.Failure;
import cloud.jarrah.instances.testing.OneHostWorld;
import cloud.jarrah.instances.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Reboots, and what it means when a guest switches itself off. */
class RebootTest extends OneHostWorld {
  private String running() {
    return running(Owner.request(1, 1));
  }

  private String running(RunInstancesRequest request) {
    String id = owner.run(request).instancesSet.get(0).instanceId;
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private static RunInstancesRequest ending() {
    RunInstancesRequest request = Owner.request(1, 1);
    request.instanceInitiatedShutdownBehavior = "terminate";
    return request;
  }

  private String reasonOf(String id) {
    Reason reason = world.instance(id).reason();
    return reason == null ? "none" : reason.code();
  }

  private void awaitsRebooted(String id) {
    world.until("rebooted", () -> !world.instance(id).rebootDue() && world.instance(id).settled());
  }

  @Test
  void instanceRunsOnWhileItRebootsAndBootsOnce() {
    String id = running();
    owner.reboots(id);
    for (int i = 0; i < 20; i++) {
      assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
      world.move();
    }
    awaitsRebooted(id);
    world.pass(Duration.ofMinutes(5));
    assertThat(host.boots(id)).isEqualTo(2);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void rebootAskedForTwiceAtOnceIsOneAndLaterIsAnother() {
    String id = running();
    owner.reboots(id);
    owner.reboots(id);
    awaitsRebooted(id);
    assertThat(host.boots(id)).isEqualTo(2);
    owner.reboots(id);
    awaitsRebooted(id);
    assertThat(host.boots(id)).isEqualTo(3);
  }

  @Test
  void onlyARunningInstanceIsRebooted() {
    String id = running();
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    assertRefused(id);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertRefused(id);
  }

  private void assertRefused(String id) {
    assertThatThrownBy(() -> owner.reboots(id))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INCORRECT_INSTANCE_STATE, ApiException::code);
  }

  @Test
  void rebootWaitsForASilentHostSaysSoAndForgetsItAfterwards() {
    String id = running();
    world.silence(host.id());
    owner.reboots(id);
    world.until("told why", () -> reasonOf(id).equals("Server.HostUnreachable"));
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
    world.speakAgain(host.id());
    awaitsRebooted(id);
    assertThat(host.boots(id)).isEqualTo(2);
    assertThat(reasonOf(id)).isEqualTo("none");
  }

  @Test
  void rebootThatCannotStartAgainAtOnceIsTriedAgain() {
    String id = running();
    host.nextLaunchFails(new Failure(true, "no memory at the moment"));
    owner.reboots(id);
    awaitsRebooted(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(host.boots(id)).isEqualTo(2);
  }

  @Test
  void guestThatIsOffWhenTheRebootComesIsStarted() {
    String id = running(ending());
    world.silence(host.id());
    owner.reboots(id);
    host.guestSwitchesOff(id);
    world.speakAgain(host.id());
    awaitsRebooted(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(host.boots(id)).isEqualTo(2);
  }

  @Test
  void hostThatDoesNotKnowRebootsIsNotFloodedAndRebootsWhenItDoes() {
    String id = running();
    host.isOld(true);
    owner.reboots(id);
    world.pass(Duration.ofMinutes(10));
    assertThat(world.moves().stream().filter("deliver EnsureRunning"::equals).count())
        .isLessThan(40);
    host.isOld(false);
    awaitsRebooted(id);
    assertThat(host.boots(id)).isEqualTo(2);
  }

  @Test
  void guestWhoseShutdownIsItsEndIsTerminatedAndNeverCalledStopped() {
    String id = running(ending());
    world.report(host.guestSwitchesOff(id));
    world.until(
        "terminated",
        () -> {
          assertThat(owner.state(id)).isNotEqualTo(InstanceState.STOPPED);
          return owner.state(id) == InstanceState.TERMINATED && world.instance(id).settled();
        });
    assertThat(reasonOf(id)).isEqualTo("Client.InstanceInitiatedShutdown");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void ownersOwnStopIsNoEnd() {
    String id = running(ending());
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
  }

  @Test
  void changeOfBehaviourIsForLaterShutdownsOnly() {
    String id = running();
    world.report(host.guestSwitchesOff(id));
    owner.awaitsSettled(id, InstanceState.STOPPED);
    changes(id, ShutdownBehavior.TERMINATE);
    world.pass(Duration.ofMinutes(3));
    assertThat(owner.state(id)).isEqualTo(InstanceState.STOPPED);
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    world.report(host.guestSwitchesOff(id));
    owner.awaitsSettled(id, InstanceState.TERMINATED);
  }

  private void changes(String id, ShutdownBehavior behavior) {
    world.inTransaction(
        () -> {
          world
              .cloud()
              .instances()
              .lockForReport(id)
              .orElseThrow()
              .changeShutdownBehavior(behavior);
          return id;
        });
  }

  @Test
  void unknownBehaviourIsRefused() {
    RunInstancesRequest request = Owner.request(1, 1);
    request.instanceInitiatedShutdownBehavior = "hibernate";
    assertThatThrownBy(() -> owner.run(request))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INVALID_PARAMETER_VALUE, ApiException::code);
  }

  @Test
  void newRunIsDated() {
    String id = running();
    var before = Objects.requireNonNull(world.instance(id).runs().bootedAt());
    world.pass(Duration.ofMinutes(2));
    assertThat(world.instance(id).runs().bootedAt()).isEqualTo(before);
    owner.reboots(id);
    awaitsRebooted(id);
    assertThat(world.instance(id).runs().bootedAt()).isAfter(before);
  }
}

package cloud.jarrah.instances.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.ObservedPower;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided in each situation. */
class InstancePlannerTest {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static Stream<Arguments> decisions() {
    return Stream.of(
            towardsRunning(),
            reboots(),
            troubles(),
            missing(),
            gone(),
            stops(),
            ends(),
            recoveries())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> towardsRunning() {
    return Stream.of(
        arguments("launch not told yet", wants(Desired.RUNNING), Step.Tell.class),
        arguments("launch told", wants(Desired.RUNNING).told(), Step.Rest.class),
        arguments("launch overdue", wants(Desired.RUNNING).told().overdue(), Step.GiveUp.class),
        arguments(
            "start overdue of one that ran before",
            wants(Desired.RUNNING).told().ranBefore().overdue(),
            Step.FallBackToStopped.class),
        arguments(
            "start overdue of one that ran before, and its host says what is missing",
            wants(Desired.RUNNING)
                .sees(InstanceState.PENDING, ObservedPower.PREPARING)
                .told()
                .ranBefore()
                .because("the storage is not mounted")
                .overdue(),
            Step.ExplainDelay.class),
        arguments(
            "launch overdue, and its host says why",
            wants(Desired.RUNNING)
                .sees(InstanceState.PENDING, ObservedPower.PREPARING)
                .told()
                .because("the image cannot be fetched")
                .overdue(),
            Step.GiveUp.class),
        arguments(
            "just running",
            wants(Desired.RUNNING).sees(InstanceState.RUNNING, ObservedPower.RUNNING),
            Step.Settle.class),
        arguments(
            "running and settled",
            wants(Desired.RUNNING).sees(InstanceState.RUNNING, ObservedPower.RUNNING).settled(),
            Step.Rest.class),
        arguments(
            "runs for an older wish only",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.RUNNING).outdated(),
            Step.Tell.class));
  }

  private static Stream<Arguments> recoveries() {
    return Stream.of(
        arguments(
            "ran on a host that is off, and others have its disk",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .settled()
                .recoverable(),
            Step.Relocate.class),
        arguments(
            "was being launched there",
            wants(Desired.RUNNING).told().recoverable(),
            Step.Relocate.class),
        arguments(
            "its guest had switched itself off",
            wants(Desired.RUNNING)
                .sees(InstanceState.STOPPED, ObservedPower.GUEST_OFF)
                .settled()
                .recoverable(),
            Step.Rest.class),
        arguments(
            "was stopped",
            wants(Desired.STOPPED)
                .sees(InstanceState.STOPPED, ObservedPower.OFF)
                .settled()
                .recoverable(),
            Step.Rest.class),
        arguments(
            "was to end there", wants(Desired.TERMINATED).told().recoverable(), Step.Rest.class));
  }

  private static Stream<Arguments> reboots() {
    return Stream.of(
        arguments(
            "reboot not told yet",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .outdated()
                .rebootDue(),
            Step.Tell.class),
        arguments(
            "reboot begun but not done, and forgotten",
            wants(Desired.RUNNING).sees(InstanceState.RUNNING, ObservedPower.RUNNING).rebootDue(),
            Step.Tell.class),
        arguments(
            "reboot told",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .rebootDue()
                .told(),
            Step.Rest.class),
        arguments(
            "reboot overdue",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .rebootDue()
                .told()
                .overdue(),
            Step.ExplainDelay.class),
        arguments(
            "guest switched itself off during a reboot",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.GUEST_OFF).rebootDue(),
            Step.Tell.class));
  }

  private static Stream<Arguments> troubles() {
    return Stream.of(
        arguments(
            "launch failed for good",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.FAILED),
            Step.GiveUp.class),
        arguments(
            "died",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.CRASHED),
            Step.Restart.class),
        arguments(
            "died too often",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.CRASHED).restarted(3),
            Step.FallBackToStopped.class),
        arguments(
            "off although it should run",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.OFF),
            Step.Restart.class),
        arguments(
            "guest switched itself off, which ends it",
            wants(Desired.RUNNING).sees(InstanceState.SHUTTING_DOWN, ObservedPower.GUEST_OFF),
            Step.EndWithGuest.class),
        arguments(
            "guest switched itself off",
            wants(Desired.RUNNING).sees(InstanceState.STOPPED, ObservedPower.GUEST_OFF),
            Step.Settle.class));
  }

  private static Stream<Arguments> missing() {
    return Stream.of(
        arguments(
            "missing once",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .settled()
                .missing(NOW.minusSeconds(60), 1),
            Step.Rest.class),
        arguments(
            "missing twice but not for long",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .settled()
                .missing(NOW.minusSeconds(5), 2),
            Step.Rest.class),
        arguments(
            "missing twice for long",
            wants(Desired.RUNNING)
                .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
                .settled()
                .missing(NOW.minusSeconds(60), 2),
            Step.ConcludeGone.class));
  }

  private static Stream<Arguments> gone() {
    return Stream.of(
        arguments(
            "nothing left where it should run",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.ABSENT),
            Step.GiveUp.class),
        arguments(
            "nothing left where it should run, on a storage that may just be missing",
            wants(Desired.RUNNING).sees(InstanceState.PENDING, ObservedPower.ABSENT).diskShared(),
            Step.Insist.class),
        arguments(
            "nothing left where it should stop, on a storage that may just be missing",
            wants(Desired.STOPPED).sees(InstanceState.STOPPING, ObservedPower.ABSENT).diskShared(),
            Step.ConcludeOff.class),
        arguments(
            "should stop, ran when it was seen last, and missing where its disk is not",
            wants(Desired.STOPPED)
                .sees(InstanceState.STOPPING, ObservedPower.RUNNING)
                .outdated()
                .diskShared()
                .missing(NOW.minusSeconds(60), 2),
            Step.ConcludeOff.class),
        arguments(
            "should stop, never seen where its disk is not, and missing for a moment",
            wants(Desired.STOPPED)
                .sees(InstanceState.STOPPING, ObservedPower.UNKNOWN)
                .outdated()
                .diskShared()
                .missing(NOW.minusSeconds(5), 2),
            Step.Tell.class),
        arguments(
            "stopped, and missing on a storage that may just be missing",
            wants(Desired.STOPPED)
                .sees(InstanceState.STOPPED, ObservedPower.OFF)
                .settled()
                .diskShared()
                .missing(NOW.minusSeconds(60), 2),
            Step.Rest.class));
  }

  private static Stream<Arguments> stops() {
    return Stream.of(
        arguments(
            "stop not told yet",
            wants(Desired.STOPPED).sees(InstanceState.STOPPING, ObservedPower.RUNNING).outdated(),
            Step.Tell.class),
        arguments(
            "stop overdue",
            wants(Desired.STOPPED)
                .sees(InstanceState.STOPPING, ObservedPower.RUNNING)
                .outdated()
                .told()
                .overdue(),
            Step.ExplainDelay.class),
        arguments(
            "stopped",
            wants(Desired.STOPPED).sees(InstanceState.STOPPED, ObservedPower.OFF),
            Step.Settle.class));
  }

  private static Stream<Arguments> ends() {
    return Stream.of(
        arguments(
            "removal overdue",
            wants(Desired.TERMINATED)
                .sees(InstanceState.SHUTTING_DOWN, ObservedPower.RUNNING)
                .outdated()
                .told()
                .overdue(),
            Step.ExplainDelay.class),
        arguments(
            "gone",
            wants(Desired.TERMINATED).sees(InstanceState.TERMINATED, ObservedPower.ABSENT),
            Step.Settle.class),
        arguments(
            "terminated long ago",
            wants(Desired.TERMINATED)
                .sees(InstanceState.TERMINATED, ObservedPower.ABSENT)
                .settled()
                .terminatedAt(NOW.minusSeconds(3601)),
            Step.Purge.class),
        arguments(
            "terminated, and there again",
            wants(Desired.TERMINATED)
                .sees(InstanceState.TERMINATED, ObservedPower.RUNNING)
                .settled()
                .terminatedAt(NOW.minusSeconds(10)),
            Step.Insist.class),
        arguments(
            "terminated, and there again by the last word of a host that was removed",
            wants(Desired.TERMINATED)
                .sees(InstanceState.TERMINATED, ObservedPower.RUNNING)
                .settled()
                .onRemovedHost()
                .terminatedAt(NOW.minusSeconds(10)),
            Step.ConcludeGone.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void situationLeadsToItsStep(String situation, Situation given, Class<? extends Step> expected) {
    assertThat(new InstancePlanner().next(given.snapshot())).as(situation).isInstanceOf(expected);
  }

  private static Situation wants(Desired desired) {
    return new Situation(desired);
  }
}

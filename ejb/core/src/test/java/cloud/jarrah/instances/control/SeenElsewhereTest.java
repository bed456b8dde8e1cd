package cloud.jarrah.instances.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.ObservedPower;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An instance on a shared disk that another host lists, too: it is started nowhere. */
class SeenElsewhereTest {
  private final InstancePlanner planner = new InstancePlanner();

  private static Situation runs() {
    return new Situation(Desired.RUNNING);
  }

  private static Stream<Situation> whatWouldStartIt() {
    return Stream.of(
        runs(),
        runs().sees(InstanceState.PENDING, ObservedPower.CRASHED),
        runs().sees(InstanceState.PENDING, ObservedPower.OFF),
        runs().sees(InstanceState.PENDING, ObservedPower.ABSENT),
        runs().sees(InstanceState.RUNNING, ObservedPower.RUNNING).recoverable(),
        runs()
            .sees(InstanceState.RUNNING, ObservedPower.RUNNING)
            .settled()
            .missing(InstancePlannerTest.NOW.minusSeconds(3600), 9));
  }

  @ParameterizedTest
  @MethodSource("whatWouldStartIt")
  void itIsStartedNowhere(Situation situation) {
    assertThat(planner.next(situation.seenElsewhere().snapshot())).isInstanceOf(Step.Rest.class);
  }

  @ParameterizedTest
  @MethodSource("whatWouldStartIt")
  void withoutThatSomethingIsDone(Situation situation) {
    assertThat(planner.next(situation.snapshot())).isNotInstanceOf(Step.Rest.class);
  }

  @Test
  void itIsStoppedAndRemovedAllTheSame() {
    assertThat(planner.next(new Situation(Desired.STOPPED).seenElsewhere().snapshot()))
        .isInstanceOf(Step.Tell.class);
    assertThat(planner.next(new Situation(Desired.TERMINATED).seenElsewhere().snapshot()))
        .isInstanceOf(Step.Tell.class);
  }
}

package cloud.jarrah.instances.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.control.MigrationPlanner.Side;
import cloud.jarrah.instances.control.MigrationPlanner.Situation;
import cloud.jarrah.instances.entity.Migration.Answer;
import cloud.jarrah.instances.entity.Migration.Stage;
import cloud.jarrah.instances.entity.ObservedPower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a move needs next when hosts are silent, switched off or gone. */
class MigrationPlannerTest {
  private static final Side UP = new Side(Reachability.UP, false);
  private static final Side DOWN = new Side(Reachability.DOWN, false);
  private static final Side OFF = new Side(Reachability.DOWN, true);
  private static final Side GONE = new Side(Reachability.REMOVED, false);

  private static Side side(String name) {
    return switch (name) {
      case "up" -> UP;
      case "down" -> DOWN;
      case "off" -> OFF;
      default -> GONE;
    };
  }

  private static MigrationStep next(
      Stage stage,
      Answer answer,
      ObservedPower source,
      ObservedPower arrival,
      String sourceHost,
      String targetHost) {
    Situation situation =
        new Situation(
            stage,
            answer,
            true,
            false,
            source,
            arrival,
            arrival == ObservedPower.ARRIVING,
            side(sourceHost),
            side(targetHost));
    return new MigrationPlanner().next(situation);
  }

  @ParameterizedTest
  @CsvSource({
    "PREPARING, up, up, DEPART",
    "PREPARING, down, up, ABANDON",
    "PREPARING, off, up, ABANDON",
    "PREPARING, gone, up, ABANDON",
    "PREPARING, up, down, ABANDON",
    "PREPARING, up, off, ABANDON",
    "MOVING, up, up, GO_ON",
    "MOVING, down, up, GO_ON",
    "MOVING, off, up, REVOKE",
    "MOVING, up, down, GO_ON",
    "MOVING, up, off, STOP",
    "MOVING, up, gone, STOP",
    "STOPPING, up, off, GO_ON",
    "STOPPING, down, up, REVOKE",
    "STOPPING, off, up, REVOKE",
    "REVOKING, up, up, GO_ON",
    "REVOKING, up, off, STOP",
    "REVOKING, down, off, GO_ON",
    "REVOKING, off, off, GO_ON",
    "REVOKING, up, gone, RETURN",
    "RETURNING, off, up, GO_ON",
    "RETURNING, gone, up, FAIL"
  })
  void whileTheSourceHasItAndNobodyHasAnswered(
      Stage stage, String source, String target, MigrationStep step) {
    assertThat(
            next(stage, Answer.NONE, ObservedPower.RUNNING, ObservedPower.ARRIVING, source, target))
        .isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "MOVING, up, REVOKE",
    "MOVING, off, RETURN",
    "STOPPING, up, REVOKE",
    "STOPPING, off, RETURN"
  })
  void onceTheSourceHasEndedItOnlyATargetThatMayRunItIsAsked(
      Stage stage, String target, MigrationStep step) {
    assertThat(
            next(stage, Answer.FAILED, ObservedPower.RUNNING, ObservedPower.ARRIVING, "up", target))
        .isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "MOVING, off, ACCEPT",
    "STOPPING, off, ACCEPT",
    "ACCEPTING, off, GO_ON",
    "ACCEPTING, gone, RETURN"
  })
  void whatHasLeftWaitsForTheTargetsDiskUnlessThatIsLost(
      Stage stage, String target, MigrationStep step) {
    assertThat(
            next(stage, Answer.NONE, ObservedPower.DEPARTED, ObservedPower.ARRIVING, "up", target))
        .isEqualTo(step);
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"MOVING", "ACCEPTING", "STOPPING", "REVOKING"})
  void whatRunsAtTheTargetHasArrivedWhateverBecameOfTheSource(Stage stage) {
    for (String source : new String[] {"up", "down", "off", "gone"}) {
      assertThat(
              next(stage, Answer.NONE, ObservedPower.RUNNING, ObservedPower.RUNNING, source, "up"))
          .isEqualTo(MigrationStep.ARRIVE);
    }
  }

  @Test
  void sourceHasItAgainOnlyOnceTheTargetSaysThatItHasNothing() {
    assertThat(
            next(
                Stage.REVOKING,
                Answer.DONE,
                ObservedPower.RUNNING,
                ObservedPower.UNKNOWN,
                "off",
                "up"))
        .isEqualTo(MigrationStep.GO_ON);
    assertThat(
            next(
                Stage.REVOKING,
                Answer.DONE,
                ObservedPower.RUNNING,
                ObservedPower.ABSENT,
                "off",
                "up"))
        .isEqualTo(MigrationStep.RETURN);
  }
}

package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.ScriptedSleeper;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.Sleep;
import cloud.jarrah.node.NodeCommand.StayAwake;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.NodeReport.Slumber;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A host goes to sleep only while it is idle, and only for the newest order. */
class SleepCommandsTest extends EngineFixture {
  private Outcome sleep(long number) {
    return outcomeOf(receive(HOST, 0, new Sleep(number)));
  }

  @Test
  void idleHostSleepsOnceForEachOrderHoweverOftenItComes() throws Exception {
    assertThat(sleep(1)).isEqualTo(Outcome.DONE);
    assertThat(sleep(1)).isEqualTo(Outcome.DONE);
    restart();
    assertThat(sleep(1)).isEqualTo(Outcome.DONE);
    assertThat(sleeper.slept()).isEqualTo(1);
    sleep(2);
    assertThat(sleeper.slept()).isEqualTo(2);
  }

  @Test
  void hostThatHasSaidThatItStaysAwakeDoesNotSleepForAnEarlierOrder() throws Exception {
    assertThat(outcomeOf(receive(HOST, 0, new StayAwake(5)))).isEqualTo(Outcome.DONE);
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 5));
    restart();
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 5));
    sleep(4);
    sleep(5);
    assertThat(sleeper.slept()).isZero();
  }

  @Test
  void hostThatIsFallingAsleepDoesNotSayThatItStaysAwakeBeforeItHasSlept() {
    CountDownLatch morning = sleeper.sleepsUntil();
    receive(HOST, 0, new Sleep(1));
    await().until(() -> sleeper.slept() == 1);
    CommandEnvelope needed = receive(HOST, 0, new StayAwake(2));
    await()
        .during(Duration.ofMillis(300))
        .until(
            () ->
                reports.results.stream()
                    .noneMatch(result -> result.commandId().equals(needed.commandId())));
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 1));
    morning.countDown();
    assertThat(outcomeOf(needed)).isEqualTo(Outcome.DONE);
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 2));
    assertThat(reports.inventories.get()).isPositive();
  }

  @Test
  void agentThatIsStartedAnewMeanwhileKnowsThatTheHostMayBeFallingAsleep() throws Exception {
    sleeper.sleepsUntil();
    receive(HOST, 0, new Sleep(1));
    await().until(() -> sleeper.slept() == 1);
    restart();
    CommandEnvelope needed = receive(HOST, 0, new StayAwake(2));
    await()
        .during(Duration.ofMillis(300))
        .until(
            () ->
                reports.results.stream()
                    .noneMatch(result -> result.commandId().equals(needed.commandId())));
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 1));
    clock.advance(ScriptedSleeper.SETTLES);
    assertThat(outcomeOf(needed)).isEqualTo(Outcome.DONE);
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 2));
  }

  @Test
  void hostWithAnInstanceStaysAwakeUntilItIsGone() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(sleep(1)).isEqualTo(Outcome.FAILED);
    resultOf(receive(ID, 2, new EnsureAbsent(ID)));
    await().until(() -> !engine.isWorking());
    assertThat(sleep(1)).as("the same order is refused for good").isEqualTo(Outcome.DONE);
    assertThat(sleeper.slept()).isZero();
    sleep(2);
    assertThat(sleeper.slept()).isEqualTo(1);
  }

  @Test
  void hostThatIsWorkingStaysAwake() {
    CountDownLatch gate = machine.holdDisks();
    CommandEnvelope run = receive(ID, 1, Specs.run(ID));
    assertThat(sleep(1)).isEqualTo(Outcome.FAILED);
    gate.countDown();
    resultOf(run);
    assertThat(sleeper.slept()).isZero();
  }

  @Test
  void hostWithADomainThatNobodyOrderedStaysAwake() {
    machine.set(OTHER, DomainState.RUNNING);
    assertThat(sleep(1)).isEqualTo(Outcome.FAILED);
    assertThat(sleeper.slept()).isZero();
  }

  @Test
  void hostThatCannotSeeItsDomainsStaysAwake() {
    machine.fail(new HypervisorException("libvirt does not answer", true, null));
    assertThat(sleep(1)).isEqualTo(Outcome.FAILED);
    assertThat(sleeper.slept()).isZero();
  }
}

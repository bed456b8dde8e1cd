package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import cloud.jarrah.node.NodeCommand.Reboot;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CommandInterplayTest extends EngineFixture {

  @Test
  void commandThatWaitedPastItsDeadlineIsNotBegun() {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope second = receive(ID, 2, Specs.run(ID));
    clock.advance(Duration.ofMinutes(2));
    gate.countDown();
    assertThat(outcomeOf(second)).isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void removalInterruptsThePreparationOfTheDisk() {
    machine.holdDisks();
    CommandEnvelope run = receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    CommandEnvelope remove = receive(ID, 2, new EnsureAbsent(ID));
    assertThat(outcomeOf(run)).isEqualTo(Outcome.SUPERSEDED);
    assertThat(outcomeOf(remove)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).endsWith("remove " + ID).doesNotContain("start " + ID);
  }

  @Test
  void removalDoesNotInterruptTheHypervisor() {
    CountDownLatch gate = machine.holdStarts();
    CommandEnvelope run = receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope remove = receive(ID, 2, new EnsureAbsent(ID));
    gate.countDown();
    assertThat(outcomeOf(run)).isEqualTo(Outcome.DONE);
    assertThat(outcomeOf(remove)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).containsSubsequence("start " + ID, "remove " + ID);
  }

  @Test
  void onlyTheNewestOfTheWaitingCommandsIsWorkedOff() {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope skipped = receive(ID, 2, new EnsureStopped(ID, 0));
    CommandEnvelope last = receive(ID, 3, Specs.run(ID));
    assertThat(outcomeOf(skipped)).isEqualTo(Outcome.SUPERSEDED);
    gate.countDown();
    assertThat(outcomeOf(last)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).doesNotContain("stop " + ID);
  }

  @Test
  void otherInstancesDoNotWait() {
    CountDownLatch gate = machine.holdDisks();
    receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    assertThat(outcomeOf(receive(OTHER, 1, new EnsureAbsent(OTHER)))).isEqualTo(Outcome.DONE);
    gate.countDown();
  }

  @Test
  void rebootIsNeitherForgottenNorRepeatedByAKillBeforeTheStart() throws Exception {
    resultOf(receive(ID, 1, Specs.run(ID)));
    CountDownLatch gate = machine.holdDisks();
    receive(ID, 2, new EnsureRunning(Specs.instance(ID), new Reboot(2, 60)));
    awaitCall("stop " + ID);
    await().until(() -> entry(ID).bootGeneration() == 2);
    gate.countDown();
    restart();
    engine.resume(true);
    await().until(() -> entry(ID).begun() == null);
    assertThat(machine.calls().stream().filter(("stop " + ID)::equals)).hasSize(1);
    assertThat(machine.calls()).endsWith("start " + ID);
  }

  @Test
  void whatWasBegunIsTakenUpAgainAfterAKill() throws Exception {
    machine.holdDisks();
    receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    assertThat(entry(ID).power()).isEqualTo(Power.PREPARING);
    machine.holdDisks().countDown();
    restart();
    clock.advance(Duration.ofMinutes(2));
    engine.resume(true);
    await().until(() -> entry(ID).power() == Power.RUNNING);
    assertThat(reports.results).extracting(CommandResult::outcome).containsExactly(Outcome.DONE);
  }
}

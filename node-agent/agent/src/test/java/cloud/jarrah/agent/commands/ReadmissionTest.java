package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.Readmit;
import cloud.jarrah.node.NodeCommand.SendInventory;
import cloud.jarrah.node.NodeReport.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A host that was given up is let in again while it still works on what is no longer its own. */
class ReadmissionTest extends EngineFixture {

  private CommandEnvelope readmit(String... leave) {
    return receive(HOST, 0, new Readmit(EPOCH + 1, List.of(leave)));
  }

  private void awaitReadmission() {
    await().until(() -> epoch == EPOCH + 1);
  }

  private void assertIsGone(String id) throws Exception {
    assertThat(journal.find(id)).isNull();
    assertThat(machine.domains()).doesNotContainKey(id);
  }

  @Test
  void startThatIsUnderWayIsAwaitedAndEnded() throws Exception {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope readmission = readmit(ID);
    assertThat(outcomeOf(receive(HOST, 0, new SendInventory()))).isEqualTo(Outcome.DONE);
    assertThat(epoch).isEqualTo(EPOCH);
    gate.countDown();
    assertThat(outcomeOf(readmission)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).containsSubsequence("start " + ID, "remove " + ID);
    assertIsGone(ID);
  }

  @Test
  void startThatIsStillPreparedIsCutShort() throws Exception {
    machine.holdDisks();
    CommandEnvelope start = receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    readmit(ID);
    awaitReadmission();
    assertThat(outcomeOf(start)).isEqualTo(Outcome.SUPERSEDED);
    assertThat(machine.calls()).doesNotContain("start " + ID);
    assertIsGone(ID);
  }

  @Test
  void whatWaitsInTheLaneOrComesMeanwhileIsNotBegun() throws Exception {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    receive(OTHER, 1, Specs.run(OTHER));
    awaitCall("network " + ID);
    awaitCall("network " + OTHER);
    receive(ID, 2, Specs.run(ID));
    readmit(ID, OTHER);
    receive(OTHER, 3, Specs.run(OTHER));
    gate.countDown();
    awaitReadmission();
    CommandEnvelope next = nextEpoch(envelope(ID, 1, Specs.run(ID)));
    engine.receive(next);
    assertThat(outcomeOf(next)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls().stream().filter(("start " + ID)::equals)).hasSize(2);
    assertThat(machine.calls().stream().filter(("start " + OTHER)::equals)).hasSize(1);
    assertIsGone(OTHER);
  }

  private static CommandEnvelope nextEpoch(CommandEnvelope of) {
    return new CommandEnvelope(
        of.version(),
        of.commandId(),
        of.hostId(),
        EPOCH + 1,
        of.resource(),
        of.generation(),
        of.deadline(),
        of.requestId(),
        of.command());
  }

  @Test
  void repeatedReadmissionEndsNothingThatWasStartedAfterTheFirst() {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    readmit(ID);
    readmit(ID);
    gate.countDown();
    awaitReadmission();
    CommandEnvelope next = nextEpoch(envelope(ID, 1, Specs.run(ID)));
    engine.receive(next);
    assertThat(outcomeOf(next)).isEqualTo(Outcome.DONE);
    assertThat(entry(ID).power()).isEqualTo(Power.RUNNING);
    assertThat(machine.calls()).endsWith("start " + ID);
  }

  @Test
  void readmissionThatWaitedTooLongEndsNothing() throws Exception {
    CountDownLatch gate = machine.holdStarts();
    CommandEnvelope start = receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope readmission = readmit(ID);
    clock.advance(Duration.ofMinutes(2));
    gate.countDown();
    assertThat(outcomeOf(start)).isEqualTo(Outcome.DONE);
    assertThat(outcomeOf(readmission)).isEqualTo(Outcome.EXPIRED);
    assertThat(machine.domains()).containsKey(ID);
    assertThat(epoch).isEqualTo(EPOCH);
  }

  /** Of an instance that stays: the cloud says again what it wants, in the new epoch. */
  @Test
  void whatWasBegunInAFormerEpochIsNotTakenUpAgain() throws Exception {
    machine.holdDisks();
    receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    restart();
    epoch = EPOCH + 1;
    engine.resume(true);
    await().until(() -> entry(ID).begun() == null);
    assertThat(machine.calls()).doesNotContain("start " + ID);
  }
}

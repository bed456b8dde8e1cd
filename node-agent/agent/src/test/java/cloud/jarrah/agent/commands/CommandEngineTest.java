package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import cloud.jarrah.node.NodeCommand.Reboot;
import cloud.jarrah.node.NodeCommand.SendInventory;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandEngineTest extends EngineFixture {

  @Test
  void instanceIsStartedInTheRightOrder() {
    CommandResult result = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(power(result)).isEqualTo(Power.RUNNING);
    assertThat(machine.calls()).containsExactly("disk " + ID, "network " + ID, "start " + ID);
  }

  @Test
  void repetitionOfWhatWasDoneIsOnlyAnswered() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(outcomeOf(receive(ID, 1, Specs.run(ID)))).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).hasSize(3);
  }

  @Test
  void repetitionDoesNotUndoTheGuestsOwnPowerOff() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    journal.updateIfPresent(ID, entry -> entry.seen(Power.GUEST_OFF, null, clock.instant()));
    CommandResult again = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(power(again)).isEqualTo(Power.GUEST_OFF);
    assertThat(power(resultOf(receive(ID, 2, Specs.run(ID))))).isEqualTo(Power.RUNNING);
  }

  @Test
  void diskThatWasMadeOnceIsNotMadeAgain() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    resultOf(receive(ID, 2, Specs.run(ID)));
    assertThat(machine.calls()).contains("disk " + ID + " existing");
  }

  @Test
  void olderGenerationIsIgnored() {
    resultOf(receive(ID, 5, Specs.run(ID)));
    CommandResult late = resultOf(receive(ID, 4, new EnsureAbsent(ID)));
    assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
    assertThat(power(late)).isEqualTo(Power.RUNNING);
    assertThat(machine.calls()).doesNotContain("remove " + ID);
  }

  @Test
  void removedInstanceIsNotBroughtBackByALateCommand() throws Exception {
    resultOf(receive(ID, 1, Specs.run(ID)));
    resultOf(receive(ID, 3, new EnsureAbsent(ID)));
    restart();
    assertThat(outcomeOf(receive(ID, 2, Specs.run(ID)))).isEqualTo(Outcome.SUPERSEDED);
    clock.advance(Duration.ofHours(25));
    journal.purge(clock.instant());
    assertThat(journal.find(ID)).isNull();
  }

  @Test
  void commandAfterItsDeadlineIsNotBegun() {
    CommandEnvelope envelope = envelope(ID, 1, Specs.run(ID));
    clock.advance(Duration.ofMinutes(2));
    engine.receive(envelope);
    assertThat(outcomeOf(envelope)).isEqualTo(Outcome.EXPIRED);
    assertThat(machine.calls()).isEmpty();
  }

  @Test
  void commandForTheFormerSelfIsIgnored() {
    CommandEnvelope now = envelope(ID, 1, Specs.run(ID));
    engine.receive(
        new CommandEnvelope(
            1, "c-old", HOST, EPOCH - 1, ID, 9, now.deadline(), "r", now.command()));
    resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(reports.results).hasSize(1);
  }

  @Test
  void stopOfAnInstanceThatIsNotHereFails() {
    CommandResult result = resultOf(receive(ID, 1, new EnsureStopped(ID, 0)));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.retryable()).isFalse();
    assertThat(journal.find(ID)).isNull();
  }

  @Test
  void hopelessStartIsReportedAsFailed() {
    machine.fail(new HypervisorException("no such machine type", false, null));
    CommandResult result = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(power(result)).isEqualTo(Power.FAILED);
    assertThat(result.message()).isEqualTo("no such machine type");
  }

  @Test
  void startThatMaySucceedLaterRemainsInPreparation() {
    machine.fail(new HypervisorException("libvirt does not answer", true, null));
    CommandResult result = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(result.retryable()).isTrue();
    assertThat(power(result)).isEqualTo(Power.PREPARING);
    machine.fail(null);
    assertThat(power(resultOf(receive(ID, 1, Specs.run(ID))))).isEqualTo(Power.RUNNING);
  }

  @Test
  void rebootSwitchesOffAndOnOnce() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    EnsureRunning reboot = new EnsureRunning(Specs.instance(ID), new Reboot(2, 60));
    CommandResult result = resultOf(receive(ID, 2, reboot));
    assertThat(power(result)).isEqualTo(Power.RUNNING);
    assertThat(entry(ID).bootGeneration()).isEqualTo(2);
    assertThat(machine.calls()).containsSubsequence("start " + ID, "stop " + ID, "start " + ID);
    resultOf(receive(ID, 2, reboot));
    // A newer wish that still carries it, for example after a crash, does not repeat it.
    resultOf(receive(ID, 3, reboot));
    assertThat(machine.calls().stream().filter(("stop " + ID)::equals)).hasSize(1);
  }

  @Test
  void rebootThatFailedForAPassingReasonIsNotTakenForDone() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    EnsureRunning reboot = new EnsureRunning(Specs.instance(ID), new Reboot(2, 0));
    machine.fail(new HypervisorException("libvirt does not answer", true, null));
    CommandResult failed = resultOf(receive(ID, 2, reboot));
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(power(failed)).as("it was not touched").isEqualTo(Power.RUNNING);
    machine.fail(null);
    resultOf(receive(ID, 2, reboot));
    assertThat(machine.calls()).containsSubsequence("start " + ID, "stop " + ID, "start " + ID);
  }

  @Test
  void rebootThatIsOffAndCannotStartSaysSo() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    machine.failStarts(new HypervisorException("no memory", true, null));
    EnsureRunning reboot = new EnsureRunning(Specs.instance(ID), new Reboot(2, 0));
    assertThat(power(resultOf(receive(ID, 2, reboot)))).isEqualTo(Power.PREPARING);
    machine.failStarts(null);
    assertThat(power(resultOf(receive(ID, 2, reboot)))).isEqualTo(Power.RUNNING);
    assertThat(machine.calls().stream().filter(("stop " + ID)::equals)).hasSize(1);
  }

  @Test
  void rebootOfWhatIsOffIsItsStart() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    machine.set(ID, DomainState.SHUT_DOWN_BY_GUEST);
    journal.updateIfPresent(ID, entry -> entry.seen(Power.GUEST_OFF, null, clock.instant()));
    EnsureRunning reboot = new EnsureRunning(Specs.instance(ID), new Reboot(2, 60));
    assertThat(power(resultOf(receive(ID, 2, reboot)))).isEqualTo(Power.RUNNING);
    assertThat(entry(ID).bootGeneration()).isEqualTo(2);
  }

  @Test
  void inventoryIsSentOnRequest() {
    CommandEnvelope ask = receive(HOST, 1, new SendInventory());
    assertThat(outcomeOf(ask)).isEqualTo(Outcome.DONE);
    assertThat(reports.inventories.get()).isPositive();
  }

  @Test
  void everyKindOfCommandHasAHandler() {
    CommandHandlers handlers =
        CommandHandlers.create(
            journal,
            machine,
            machine,
            machine,
            reports,
            next -> {},
            new CommandHandlers.Night(bedtime, () -> false));
    assertThat(List.of(NodeCommand.class.getPermittedSubclasses()))
        .isNotEmpty()
        .filteredOn(kind -> !kind.equals(NodeCommand.ReportHeard.class)) // of the link itself
        .allMatch(handlers::has);
  }
}

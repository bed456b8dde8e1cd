package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.AcceptArrival;
import cloud.jarrah.node.NodeCommand.CancelArrival;
import cloud.jarrah.node.NodeCommand.CancelDeparture;
import cloud.jarrah.node.NodeCommand.Depart;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import cloud.jarrah.node.NodeCommand.PrepareArrival;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MigrationCommandsTest extends EngineFixture {
  private static final PrepareArrival PREPARE = new PrepareArrival(Specs.instance(ID), "h-2", 4);
  private static final Depart DEPART =
      new Depart(ID, new Berth("h-1", "h-2", "127.0.0.1", 1, "/d", null, null, "/c", "br0"));

  private CommandResult did(CommandEnvelope command) {
    CommandResult result = resultOf(command);
    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
    return result;
  }

  private void runs() {
    did(receive(ID, 1, Specs.run(ID)));
  }

  private void isAwaited() {
    did(receive(ID, 5, PREPARE));
  }

  private long calls(String call) {
    return machine.calls().stream().filter(call::equals).count();
  }

  @Test
  void placeForAnArrivalNamesWhereItIsAndRemembersTheBoot() {
    CommandResult result = did(receive(ID, 5, PREPARE));
    assertThat(power(result)).isEqualTo(Power.ARRIVING);
    assertThat(result.observation())
        .extracting(InstanceObservation::berth)
        .extracting(Berth::fromHostId)
        .isEqualTo("h-2");
    assertThat(entry(ID).bootGeneration()).isEqualTo(4);
  }

  @Test
  void eachGenerationBeginsWithANewDisk() {
    isAwaited();
    did(receive(ID, 6, PREPARE));
    assertThat(calls("cancel arrival " + ID)).isEqualTo(2);
    assertThat(calls("new disk " + ID)).isEqualTo(2);
  }

  @Test
  void awaitedInstanceIsNeitherStartedNorStopped() {
    isAwaited();
    assertThat(outcomeOf(receive(ID, 6, Specs.run(ID)))).isEqualTo(Outcome.FAILED);
    assertThat(outcomeOf(receive(ID, 7, new EnsureStopped(ID, 0)))).isEqualTo(Outcome.FAILED);
    assertThat(machine.calls()).doesNotContain("start " + ID);
  }

  @Test
  void cancelledArrivalLeavesNothing() {
    isAwaited();
    assertThat(power(did(receive(ID, 6, new CancelArrival(ID))))).isEqualTo(Power.ABSENT);
    assertThat(entry(ID).isTombstone()).isTrue();
    assertThat(machine.calls()).endsWith("cancel arrival " + ID, "remove " + ID, "remove " + ID);
  }

  @Test
  void arrivedInstanceIsNotCancelled() {
    isAwaited();
    machine.set(ID, DomainState.RUNNING);
    assertThat(power(did(receive(ID, 6, new CancelArrival(ID))))).isEqualTo(Power.RUNNING);
    assertThat(entry(ID).wish()).isEqualTo(Wish.RUNNING);
    assertThat(power(did(receive(ID, 7, new CancelArrival(ID))))).isEqualTo(Power.RUNNING);
  }

  @Test
  void acceptedInstanceThatNobodySawRunningHasCrashed() {
    isAwaited();
    assertThat(power(did(receive(ID, 6, new AcceptArrival(ID))))).isEqualTo(Power.CRASHED);
    did(receive(ID, 7, Specs.run(ID)));
    assertThat(machine.calls()).contains("disk " + ID + " existing").endsWith("start " + ID);
  }

  @Test
  void departedInstanceKeepsItsDiskAndIsNotStartedAgain() {
    runs();
    assertThat(power(did(receive(ID, 2, DEPART)))).isEqualTo(Power.DEPARTED);
    assertThat(calls("remove " + ID)).as("its DHCP entry, and nothing else").isEqualTo(1);
    assertThat(outcomeOf(receive(ID, 3, Specs.run(ID)))).isEqualTo(Outcome.FAILED);
    assertThat(calls("start " + ID)).isEqualTo(1);
  }

  @Test
  void departureIsTriedOnceForAGeneration() {
    runs();
    machine.fail(new HypervisorException("no way", true, null));
    CommandEnvelope first = receive(ID, 2, DEPART);
    assertThat(resultOf(first).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(resultOf(first).message()).contains("no way");
    machine.fail(null);
    assertThat(outcomeOf(receive(ID, 2, DEPART))).isEqualTo(Outcome.FAILED);
    assertThat(calls("depart " + ID)).isEqualTo(1);
    assertThat(entry(ID).power()).isEqualTo(Power.RUNNING);
    did(receive(ID, 3, DEPART));
    assertThat(calls("depart " + ID)).isEqualTo(2);
  }

  @Test
  void killedAgentOnlyLooksHowTheDepartureEnded() throws Exception {
    runs();
    CountDownLatch gate = machine.holdDepartures();
    receive(ID, 2, DEPART);
    awaitCall("depart " + ID);
    restart();
    machine.set(ID, DomainState.MIGRATED);
    engine.resume(true);
    await().until(() -> entry(ID).begun() == null);
    assertThat(entry(ID).power()).isEqualTo(Power.DEPARTED);
    assertThat(calls("depart " + ID)).isEqualTo(1);
    gate.countDown();
  }

  @Test
  void cancelledDepartureIsCutShortAndTheInstanceRunsOn() {
    runs();
    machine.holdDepartures();
    CommandEnvelope depart = receive(ID, 2, DEPART);
    awaitCall("depart " + ID);
    CommandResult cancelled = did(receive(ID, 3, new CancelDeparture(ID, false)));
    assertThat(outcomeOf(depart)).isEqualTo(Outcome.SUPERSEDED);
    assertThat(power(cancelled)).isEqualTo(Power.RUNNING);
  }

  @Test
  void cancelledDepartureThatWasTooLateIsADeparture() {
    runs();
    machine.set(ID, DomainState.MIGRATED);
    CommandResult cancelled = did(receive(ID, 3, new CancelDeparture(ID, false)));
    assertThat(power(cancelled)).isEqualTo(Power.DEPARTED);
  }

  @Test
  void pausedInstanceRunsOnOnlyWhenTheOtherHostIsKnownNotToHaveIt() {
    runs();
    machine.set(ID, DomainState.IN_MIGRATION);
    did(receive(ID, 3, new CancelDeparture(ID, false)));
    assertThat(machine.calls()).doesNotContain("take back " + ID);
    assertThat(power(did(receive(ID, 4, new CancelDeparture(ID, true))))).isEqualTo(Power.RUNNING);
    assertThat(machine.calls()).endsWith("take back " + ID);
  }

  @Test
  void returnedInstanceCanBeStartedFromItsDisk() {
    runs();
    did(receive(ID, 2, DEPART));
    assertThat(power(did(receive(ID, 3, new CancelDeparture(ID, true))))).isEqualTo(Power.CRASHED);
    did(receive(ID, 4, Specs.run(ID)));
    assertThat(calls("start " + ID)).isEqualTo(2);
  }

  @Test
  void sharedDisksAreNeitherReplacedNorRemovedByMoves() {
    machine.share();
    assertThat(outcomeOf(receive(ID, 5, PREPARE))).isEqualTo(Outcome.FAILED);
    did(receive(ID, 6, new CancelArrival(ID)));
    receiveAndRun(OTHER);
    CommandResult refused = resultOf(receive(OTHER, 2, new Depart(OTHER, DEPART.to())));
    assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(refused.retryable()).isFalse();
    assertThat(machine.calls())
        .doesNotContain("new disk " + ID, "depart " + OTHER)
        .filteredOn(("remove " + ID)::equals)
        .as("its DHCP entry, and nothing else")
        .hasSize(1);
  }

  private void receiveAndRun(String id) {
    did(receive(id, 1, Specs.run(id)));
  }

  /** For example one that an administrator has moved by hand. */
  @Test
  void sharedDiskOfAnInstanceThatHasLeftIsNotRemoved() {
    machine.share();
    runs();
    journal.updateIfPresent(ID, entry -> entry.departed(clock.instant()));
    did(receive(ID, 2, new EnsureAbsent(ID)));
    assertThat(calls("remove " + ID)).as("its domain and its DHCP entry").isEqualTo(2);
    receiveAndRun(OTHER);
    did(receive(OTHER, 2, new EnsureAbsent(OTHER)));
    assertThat(calls("remove " + OTHER)).as("and the disk of one that is here").isEqualTo(3);
  }
}

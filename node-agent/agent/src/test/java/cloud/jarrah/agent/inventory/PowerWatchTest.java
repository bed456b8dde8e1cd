package cloud.jarrah.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.MovableClock;
import cloud.jarrah.agent.fakes.RecordedReports;
import cloud.jarrah.agent.fakes.ScriptedMachine;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerWatchTest {
  private static final String ID = "i-0000000a";

  private final MovableClock clock = new MovableClock();
  private final ScriptedMachine machine = new ScriptedMachine();
  private final RecordedReports reports = new RecordedReports();
  private Journal journal;
  private PowerWatch watch;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    journal = Journal.open(directory, Durability.PROCESS_DEATH);
    watch = new PowerWatch(machine, journal, reports, clock);
  }

  private void know(Wish wish, Power power) {
    CommandEnvelope command =
        new CommandEnvelope(1, "c", "h", 1, ID, 1, clock.instant(), "r", Specs.run(ID));
    journal.update(
        ID,
        JournalEntry.first(ID, Wish.ABSENT, clock.instant()),
        before ->
            before
                .begin(wish, Specs.instance(ID), command)
                .settled()
                .seen(power, null, clock.instant()));
  }

  private @Nullable Power power() {
    @Nullable JournalEntry entry = journal.find(ID);
    return entry == null ? null : entry.power();
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, RUNNING, RUNNING, RUNNING",
    "RUNNING, RUNNING, SHUT_DOWN_BY_GUEST, GUEST_OFF",
    "RUNNING, RUNNING, CRASHED, CRASHED",
    "RUNNING, RUNNING, DESTROYED, CRASHED",
    "RUNNING, RUNNING, OFF_FOR_UNKNOWN_REASON, CRASHED",
    "RUNNING, GUEST_OFF, OFF_FOR_UNKNOWN_REASON, GUEST_OFF",
    "RUNNING, GUEST_OFF, RUNNING, RUNNING",
    "RUNNING, FAILED, OFF_FOR_UNKNOWN_REASON, FAILED",
    "RUNNING, PREPARING, CRASHED, PREPARING",
    "STOPPED, OFF, DESTROYED, OFF",
    "STOPPED, RUNNING, SHUT_DOWN_BY_GUEST, OFF",
    "STOPPED, OFF, RUNNING, RUNNING",
    "ABSENT, RUNNING, DESTROYED, OFF",
    "RUNNING, RUNNING, MIGRATED, DEPARTED",
    "RUNNING, CRASHED, MIGRATED, CRASHED",
    "RUNNING, PREPARING, MIGRATED, PREPARING",
    "ABSENT, DEPARTED, MIGRATED, DEPARTED",
  })
  void powerFollowsFromWishMemoryAndDomain(
      Wish wish, Power before, DomainState state, Power expected) {
    know(wish, before);
    machine.set(ID, state);
    watch.refresh();
    assertThat(power()).isEqualTo(expected);
    assertThat(reports.inventories.get()).isEqualTo(before == expected ? 0 : 1);
  }

  @Test
  void silentHypervisorChangesNothing() {
    know(Wish.RUNNING, Power.RUNNING);
    machine.fail(new HypervisorException("gone", true, null));
    watch.refresh();
    watch.refresh();
    assertThat(power()).isEqualTo(Power.RUNNING);
  }

  @Test
  void missingDomainCountsWhenItIsMissingTwice() {
    know(Wish.RUNNING, Power.RUNNING);
    watch.refresh();
    assertThat(power()).isEqualTo(Power.RUNNING);
    watch.refresh();
    assertThat(power()).isEqualTo(Power.CRASHED);
  }

  @Test
  void domainThatNobodyOrderedIsLeftAloneAndNotReported() throws Exception {
    machine.set("i-0000000b", DomainState.RUNNING);
    watch.refresh();
    assertThat(machine.domains()).containsKey("i-0000000b");
    assertThat(journal.entries()).isEmpty();
  }
}

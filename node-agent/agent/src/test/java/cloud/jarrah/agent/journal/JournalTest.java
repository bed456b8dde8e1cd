package cloud.jarrah.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final String ID = "i-0000000a";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private Path directory = Path.of("");

  @BeforeEach
  void remember(@TempDir Path temporary) {
    directory = temporary.resolve("journal");
  }

  private Journal open() throws Exception {
    return Journal.open(directory, Durability.POWER_CUT);
  }

  private static JournalEntry begun(JournalEntry before) {
    CommandEnvelope command =
        new CommandEnvelope(1, "c-1", "h-1", 1, ID, 7, NOW, "r-1", Specs.run(ID));
    return before.begin(Wish.RUNNING, Specs.instance(ID), command);
  }

  private static JournalEntry first() {
    return JournalEntry.first(ID, Wish.ABSENT, NOW);
  }

  @Test
  void entrySurvivesTheProcess() throws Exception {
    JournalEntry written = open().update(ID, first(), JournalTest::begun);
    assertThat(open().find(ID)).isEqualTo(written);
    assertThat(written.generation()).isEqualTo(7);
  }

  @Test
  void killWhileWritingLeavesTheOldEntry() throws Exception {
    JournalEntry written = open().update(ID, first(), JournalTest::begun);
    Files.writeString(directory.resolve(ID + ".json.tmp"), "{\"instanceId\":\"i-00");
    assertThat(open().find(ID)).isEqualTo(written);
    assertThat(directory.resolve(ID + ".json.tmp")).doesNotExist();
  }

  @Test
  void unreadableEntryIsSetAsideAndTheOthersAreRead() throws Exception {
    JournalEntry written = open().update(ID, first(), JournalTest::begun);
    Files.writeString(directory.resolve("i-0000000b.json"), "garbage");
    assertThat(open().entries()).containsExactly(written);
    assertThat(directory.resolve("i-0000000b.json.unreadable")).exists();
  }

  @Test
  void changeThatCannotBeWrittenIsNotSeen() throws Exception {
    Journal journal = open();
    JournalEntry written = journal.update(ID, first(), JournalTest::begun);
    // A directory in the temporary file's place makes every write fail, for root as well.
    Path obstacle = directory.resolve(ID + ".json.tmp");
    Files.createDirectories(obstacle.resolve("child"));
    assertThatThrownBy(
            () -> journal.updateIfPresent(ID, entry -> entry.seen(Power.RUNNING, null, NOW)))
        .isInstanceOf(java.io.UncheckedIOException.class);
    assertThat(journal.find(ID)).isEqualTo(written);
  }

  @Test
  void onlyTheOwnerCanReadIt() throws Exception {
    open().update(ID, first(), JournalTest::begun);
    assertThat(Files.getPosixFilePermissions(directory.resolve(ID + ".json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(directory))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void closedJournalWritesNoMore() throws Exception {
    Journal journal = open();
    journal.close();
    assertThatThrownBy(() -> journal.update(ID, first(), JournalTest::begun))
        .isInstanceOf(IllegalStateException.class);
    @Nullable JournalEntry found = open().find(ID);
    assertThat(found).isNull();
  }

  @Test
  void onlyOldTombstonesAreForgotten() throws Exception {
    Journal journal = open();
    journal.update(ID, first(), before -> begun(before).buried(NOW));
    journal.update(
        "i-0000000b",
        JournalEntry.first("i-0000000b", Wish.ABSENT, NOW),
        before -> before.seen(Power.RUNNING, null, NOW));
    journal.purge(NOW.plus(JournalEntry.TOMBSTONE_LIFE).minusSeconds(1));
    assertThat(journal.entries()).hasSize(2);
    journal.purge(NOW.plus(JournalEntry.TOMBSTONE_LIFE).plusSeconds(1));
    assertThat(journal.entries())
        .extracting(JournalEntry::instanceId)
        .containsExactly("i-0000000b");
    assertThat(open().entries()).hasSize(1);
  }
}

package cloud.jarrah.hosts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HostRepositoryTest {
  private static TestDatabase database;
  private static HostRepository hosts;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    hosts = new HostRepository(database.entityManager());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void hostThatChangedSinceItWasReadIsLockedAndReadAfresh() {
    add("h-changed");
    database
        .transactions()
        .run(
            () -> {
              assertThat(hosts.find("h-changed").orElseThrow().room().used().cores()).isZero();
              allocate("h-changed", 3);
              Host locked = hosts.lock("h-changed").orElseThrow();
              assertThat(locked.room().used().cores()).isEqualTo(3);
              locked.room().recount(new Demand(4, 0, 0));
            });
    assertThat(usedCores("h-changed")).isEqualTo(4);
  }

  @Test
  void hostThatWasRemovedSinceItWasReadIsNotThere() {
    add("h-removed");
    database
        .transactions()
        .run(
            () -> {
              Host read = hosts.find("h-removed").orElseThrow();
              remove(read.id());
              assertThat(hosts.lock(read.id())).isEmpty();
            });
  }

  @Test
  void hostThatFailedSinceItWasFoundIsNotLockedForItsRoom() {
    add("h-failed");
    assertThat(locked("h-failed")).isTrue();
    database
        .transactions()
        .run(
            () -> {
              Standing.Decision decision = new Standing.Decision("n1", 1, Instant.EPOCH);
              hosts.lock("h-failed").orElseThrow().fencing(decision);
            });
    assertThat(locked("h-failed")).isFalse();
  }

  private static boolean locked(String id) {
    return database
        .transactions()
        .requiresNew(
            () ->
                hosts.lockIfFree(id, Demand.NONE).isPresent()
                    && hosts.lockIfFits(id, Demand.NONE).isPresent());
  }

  private static void add(String id) {
    database.transactions().run(() -> hosts.add(new Host(id, id, "zone", Instant.EPOCH)));
  }

  /** As another server would. */
  private static void allocate(String id, int cores) {
    database
        .transactions()
        .requiresNew(
            () -> {
              hosts.lock(id).orElseThrow().room().recount(new Demand(cores, 0, 0));
              return id;
            });
  }

  private static void remove(String id) {
    database
        .transactions()
        .requiresNew(
            () -> {
              hosts.remove(hosts.lock(id).orElseThrow());
              return id;
            });
  }

  private static int usedCores(String id) {
    return database
        .transactions()
        .requiresNew(() -> hosts.find(id).orElseThrow().room().used().cores());
  }
}

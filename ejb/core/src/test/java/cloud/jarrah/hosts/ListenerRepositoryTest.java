package cloud.jarrah.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Since when somebody has listened to all hosts. */
class ListenerRepositoryTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final TestDatabase db = TestDatabase.create();
  private final ListenerRepository listeners = new ListenerRepository(db.entityManager());

  @AfterEach
  void close() {
    db.close();
  }

  private void listens(String server, int from, int to) {
    for (int second = from; second <= to; second += 5) {
      Instant now = START.plusSeconds(second);
      db.transactions().run(() -> listeners.listens(server, now));
    }
  }

  private long sinceAt(int second) {
    Instant now = START.plusSeconds(second);
    Instant since = db.transactions().requiresNew(() -> listeners.since(now));
    return since.getEpochSecond() - START.getEpochSecond();
  }

  @Test
  void whoeverListensSteadilyListensSinceItBegan() {
    listens("a", 0, 600);

    assertThat(sinceAt(601)).isZero();
  }

  @Test
  void anotherServerThatBeginsMayHaveBeenAwayWithItsHosts() {
    listens("a", 0, 705);
    listens("b", 0, 100);
    listens("b", 700, 705);

    assertThat(sinceAt(706)).isEqualTo(700);
  }

  @Test
  void aServerThatIsLostMakesSilenceCountAnew() {
    for (int second = 0; second <= 500; second += 5) {
      listens("a", second, second);
      listens("b", second, second);
    }
    listens("a", 505, 600);

    assertThat(sinceAt(601)).as("15 s after its last sign").isEqualTo(515);
  }

  @Test
  void whileNobodyListensNoSilenceCounts() {
    listens("a", 0, 100);

    assertThat(sinceAt(700)).isEqualTo(700);
  }

  @Test
  void aServerThatWasPausedBeginsAnew() {
    listens("a", 0, 100);
    listens("a", 700, 705);

    assertThat(sinceAt(706)).isEqualTo(700);
  }

  @Test
  void aServerThatIsStartedAgainBeginsAnew() {
    listens("a/1", 0, 100);
    listens("a/2", 160, 200);

    assertThat(sinceAt(201)).isEqualTo(160);
  }
}

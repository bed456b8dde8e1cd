package cloud.jarrah.platform.actions;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.health.Standstill;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When what is asked may be stale. */
class StandstillTest {
  private long now = TimeUnit.DAYS.toNanos(3);
  private final Standstill standstill = new Standstill(() -> now);

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void whoBeatsHasNotStoodStill() {
    for (int i = 0; i < 100; i++) {
      assertThat(standstill.beat()).isFalse();
      assertThat(standstill.justOver()).isFalse();
      pass(4900);
    }
  }

  @Test
  void untilTheFirstBeatNothingIsKnown() {
    pass(60_000);
    assertThat(standstill.justOver()).isFalse();
    assertThat(standstill.beat()).isFalse();
    assertThat(standstill.justOver()).isFalse();
  }

  @Test
  void whatIsReadBeforeTheFirstBeatAfterwardsIsStale() {
    standstill.beat();
    pass(5100);
    assertThat(standstill.justOver()).isTrue();
  }

  @Test
  void itIsOverForAWhile() {
    standstill.beat();
    pass(12_000);
    assertThat(standstill.beat()).isTrue();
    assertThat(standstill.justOver()).isTrue();
    pass(1900);
    assertThat(standstill.beat()).isFalse();
    assertThat(standstill.justOver()).isTrue();
    pass(200);
    standstill.beat();
    assertThat(standstill.justOver()).isFalse();
  }
}

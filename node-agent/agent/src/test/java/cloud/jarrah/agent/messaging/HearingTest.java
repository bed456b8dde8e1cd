package cloud.jarrah.agent.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HearingTest {
  private long now;
  private final Hearing hearing = new Hearing(Duration.ofSeconds(25), () -> now);

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void cloudThatNeverAnswersIsNotExpectedTo() {
    hearing.connected();
    pass(3_600);
    assertThat(hearing.isDeaf()).isFalse();
  }

  @Test
  void cloudThatFallsSilentIsNoticed() {
    hearing.connected();
    hearing.heard();
    pass(25);
    assertThat(hearing.isDeaf()).isFalse();
    pass(1);
    assertThat(hearing.isDeaf()).isTrue();
  }

  @Test
  void patienceGrowsWhileNobodyAnswersAndShrinksAtTheFirstAnswer() {
    hearing.heard();
    pass(26);
    assertThat(hearing.isDeaf()).isTrue();
    hearing.connected();
    pass(26);
    assertThat(hearing.isDeaf()).isFalse();
    pass(25);
    assertThat(hearing.isDeaf()).isTrue();
    hearing.heard();
    pass(26);
    assertThat(hearing.isDeaf()).isTrue();
  }
}

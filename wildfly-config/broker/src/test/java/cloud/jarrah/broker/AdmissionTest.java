package cloud.jarrah.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private long now;
  private final List<Object> connections = new ArrayList<>();
  private final Admission admission = new Admission(50, () -> now);

  @AfterEach
  void forget() {
    System.clearProperty(Admission.RATE_PROPERTY);
  }

  private void pass(int millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private boolean connect(String host) {
    Object connection = new Object();
    connections.add(connection);
    return admission.admits(host, connection);
  }

  /** How many of the hosts with these numbers are let in. */
  private int admitted(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += connect("h-" + i) ? 1 : 0;
    }
    return count;
  }

  @Test
  void hostsThatComeAtOnceAreLetInAtTheRate() {
    assertThat(admitted(0, 500)).isEqualTo(50);
    pass(1_000);
    assertThat(admitted(50, 500)).isEqualTo(50);
    pass(100);
    assertThat(admitted(100, 500)).isEqualTo(5);
    pass(60_000);
    assertThat(admitted(105, 500)).as("quiet times are not saved up").isEqualTo(50);
  }

  @Test
  void connectionPaysOnce() {
    Object first = new Object();
    assertThat(admission.admits("h-1", first)).isTrue();
    assertThat(admitted(2, 500)).isEqualTo(49);
    assertThat(admission.admits("h-1", first)).as("its second session").isTrue();
  }

  @Test
  void restlessHostDoesNotKeepOutTheOthers() {
    int let = 0;
    for (int i = 0; i < 1_000; i++) {
      let += connect("h-restless") ? 1 : 0;
      pass(10);
    }
    assertThat(let).isBetween(14, 15);
    assertThat(admitted(0, 50)).isEqualTo(50);
  }

  @Test
  void wrongRateStopsTheStart() {
    for (String wrong : List.of("0", "-1", "many", "10001")) {
      System.setProperty(Admission.RATE_PROPERTY, wrong);
      assertThatThrownBy(Admission::configured).hasMessageContaining(Admission.RATE_PROPERTY);
    }
  }
}

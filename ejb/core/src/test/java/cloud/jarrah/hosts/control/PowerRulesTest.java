package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.control.PowerRules.Idle;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private static Idle idle(String id, String zone, int seconds) {
    return new Idle(id, zone, true, NOW.minusSeconds(seconds));
  }

  private static List<String> toSleep(int spare, Idle... hosts) {
    PowerSettings settings =
        new PowerSettings(true, Duration.ofMinutes(5), spare, new InetSocketAddress(9));
    return PowerRules.toSleep(List.of(hosts), settings, NOW);
  }

  @Test
  void thoseThatWereIdleForLongestSleep() {
    assertThat(toSleep(1, idle("a", "z", 400), idle("b", "z", 500), idle("c", "z", 450)))
        .containsExactly("b", "c");
  }

  @Test
  void nobodySleepsBeforeItsTime() {
    assertThat(toSleep(0, idle("a", "z", 299), idle("b", "z", 300))).containsExactly("b");
  }

  @Test
  void eachZoneKeepsItsSpareHosts() {
    assertThat(
            toSleep(
                1,
                idle("a", "y", 400),
                idle("b", "z", 400),
                idle("c", "z", 401),
                idle("d", "y", 1)))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void hostsThatCannotSleepAreSpareOnes() {
    Idle cannot = new Idle("a", "z", false, NOW.minusSeconds(900));
    assertThat(toSleep(1, cannot, idle("b", "z", 400))).containsExactly("b");
    assertThat(toSleep(2, cannot, idle("b", "z", 400))).isEmpty();
  }

  @Test
  void moreSpareHostsThanThereAreKeepAllAwake() {
    assertThat(toSleep(9, idle("a", "z", 400))).isEmpty();
  }
}

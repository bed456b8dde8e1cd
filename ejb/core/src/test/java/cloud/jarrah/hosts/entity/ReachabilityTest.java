package cloud.jarrah.hosts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host's silence means. */
class ReachabilityTest {
  private static final Instant HEARD = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, UP", "30, UP", "31, SUSPECT", "90, SUSPECT", "91, DOWN", "100000, DOWN"})
  void silenceCountsFromTheLastSign(long seconds, Reachability expected) {
    assertThat(Reachability.at(HEARD, Instant.EPOCH, HEARD.plusSeconds(seconds)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"30, UP", "31, SUSPECT", "91, DOWN"})
  void whereNobodyListenedItCountsFromWhenSomebodyDid(long seconds, Reachability expected) {
    Instant listening = HEARD.plusSeconds(1000);
    assertThat(Reachability.at(HEARD, listening, listening.plusSeconds(seconds)))
        .isEqualTo(expected);
  }

  @Test
  void hostThatIsKnownToBeOffIsDownWhateverWasHeard() {
    assertThat(Reachability.of(HostStanding.FENCED, HEARD, Instant.EPOCH, HEARD))
        .isEqualTo(Reachability.DOWN);
  }

  @Test
  void hostThatWasNeverHeardHasNotFailed() {
    assertThat(Reachability.at(null, Instant.EPOCH, HEARD)).isEqualTo(Reachability.NEVER_SEEN);
  }
}

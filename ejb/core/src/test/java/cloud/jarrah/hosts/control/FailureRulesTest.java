package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.control.FailureRules.Sighting;
import cloud.jarrah.hosts.control.FailureRules.Verdict;
import cloud.jarrah.hosts.entity.HostStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration DEAD = Duration.ofSeconds(130);

  private final List<Sighting> hosts = new ArrayList<>();

  private void add(int count, Duration silence, HostStanding standing) {
    for (int i = 0; i < count; i++) {
      hosts.add(new Sighting("h" + hosts.size(), standing, NOW.minus(silence)));
    }
  }

  private Verdict judge() {
    return judge(Instant.EPOCH);
  }

  private Verdict judge(Instant listeningSince) {
    return FailureRules.judge(hosts, HostFailureSettings.STANDARD, listeningSince, NOW);
  }

  @ParameterizedTest(name = "{0} of {1} hosts vanish together: brake {2}")
  @CsvSource({
    "1, 1, false",
    "1, 2, false",
    "1, 3, false",
    "2, 2, true",
    "2, 3, true",
    "2, 7, false",
    "2, 6, true",
    "3, 10, false",
    "4, 10, true",
    "100, 100, true",
  })
  void brakeHoldsWhenTooManyVanishTogether(int gone, int of, boolean brake) {
    add(gone, DEAD, HostStanding.ACTIVE);
    add(of - gone, Duration.ofSeconds(3), HostStanding.ACTIVE);

    Verdict verdict = judge();

    assertThat(verdict.brake().isPresent()).isEqualTo(brake);
    assertThat(verdict.failed()).hasSize(brake ? 0 : gone);
  }

  @Test
  void hostsThatAreOnTheirWayToSilenceCountForTheBrake() {
    add(1, DEAD, HostStanding.ACTIVE);
    add(3, Duration.ofSeconds(40), HostStanding.ACTIVE);
    add(6, Duration.ofSeconds(3), HostStanding.ACTIVE);

    assertThat(judge().brake()).isPresent();
  }

  @Test
  void hostsThatAreBeingFencedCountForTheBrake() {
    add(3, DEAD, HostStanding.FENCING);
    add(1, Duration.ofSeconds(60), HostStanding.ACTIVE);
    add(6, Duration.ofSeconds(3), HostStanding.ACTIVE);

    assertThat(judge().brake()).as("or they would be switched off one after the other").isPresent();
  }

  @Test
  void hostsThatFailedLongAgoDoNotTripTheBrake() {
    add(5, Duration.ofHours(3), HostStanding.FENCED);
    add(5, Duration.ofHours(2), HostStanding.FENCED);
    add(1, DEAD, HostStanding.ACTIVE);
    add(4, Duration.ofSeconds(3), HostStanding.ACTIVE);

    assertThat(judge()).isEqualTo(new Verdict(false, Optional.empty(), List.of("h10")));
  }

  @Test
  void theBrakeNamesFiguresAndWayOut() {
    add(4, DEAD, HostStanding.ACTIVE);

    assertThat(judge().brake().orElseThrow())
        .contains("4 of 4 hosts", "300 s", "30 %", "confirm-off");
  }

  @Test
  void nothingFailsBeforeSomebodyHasListenedLongEnough() {
    add(1, Duration.ofMinutes(20), HostStanding.ACTIVE);
    add(2, Duration.ofSeconds(3), HostStanding.ACTIVE);

    assertThat(judge(NOW.minusSeconds(119)).failed()).isEmpty();
    assertThat(judge(NOW.minusSeconds(121)).failed()).containsExactly("h0");
  }

  @Test
  void whileNobodyHasListenedLongEnoughItIsNotKnownWhoSpeaks() {
    add(4, DEAD, HostStanding.FENCING);

    assertThat(judge(NOW.minusSeconds(119)).quiet()).isTrue();
    assertThat(judge(NOW.minusSeconds(121)).quiet()).isFalse();
    assertThat(judge(NOW.minusSeconds(121)).brake()).isPresent();
  }

  @Test
  void aHostThatIsDealtWithIsNotDeclaredAgain() {
    add(1, DEAD, HostStanding.FENCING);
    add(1, Duration.ofHours(1), HostStanding.FENCED);
    add(5, Duration.ofSeconds(3), HostStanding.ACTIVE);

    assertThat(judge().failed()).isEmpty();
  }
}

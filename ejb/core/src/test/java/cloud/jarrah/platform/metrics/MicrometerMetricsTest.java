package cloud.jarrah.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrometerMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerMetrics metrics = new MicrometerMetrics(Optional.of(registry));

  @Test
  void countersAddUpForEachLabel() {
    metrics.count(Metric.PLACEMENTS, 2, "placed");
    metrics.count(Metric.PLACEMENTS, 1, "placed");
    metrics.count(Metric.PLACEMENTS, 1, "no-room");
    assertThat(registry.get("jarrah.placements").tag("outcome", "placed").counter().count())
        .isEqualTo(3);
  }

  @Test
  void timersCountInBuckets() {
    metrics.time(Metric.COMMANDS_ANSWERED, Duration.ofMillis(30), "EnsureRunning", "done");
    metrics.time(Metric.COMMANDS_ANSWERED, Duration.ofMillis(-1), "EnsureRunning", "done");
    var timer = registry.get("jarrah.commands.answered").tag("kind", "EnsureRunning").timer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(bucket("0.005")).isEqualTo(1);
    assertThat(bucket("0.020")).isEqualTo(1);
    assertThat(bucket("0.050")).isEqualTo(2);
    assertThat(bucket("+Inf")).isEqualTo(2);
  }

  private double bucket(String limit) {
    return registry.get("jarrah.commands.answered.within").tag("le", limit).counter().count();
  }

  @Test
  void aGaugeWhoseLabelIsGoneShowsZero() {
    metrics.set(Metric.COMMANDS_OPEN, Map.of("EnsureRunning", 3L, "EnsureAbsent", 1L));
    metrics.set(Metric.COMMANDS_OPEN, Map.of("EnsureAbsent", 2L));
    assertThat(gauge("EnsureRunning").value()).isZero();
    assertThat(gauge("EnsureAbsent").value()).isEqualTo(2);
  }

  private Gauge gauge(String kind) {
    return registry.get("jarrah.commands.open").tag("kind", kind).gauge();
  }

  @Test
  void aServerWithoutRegistryKeepsNothing() {
    MicrometerMetrics deaf = new MicrometerMetrics(Optional.empty());
    deaf.count(Metric.PLACEMENTS, 1, "placed");
    deaf.time(Metric.DRIFT_RUN, Duration.ofMillis(1), "ok");
    deaf.set(Metric.HOSTS, Map.of("up", 1L));
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void labelsThatAMetricDoesNotHaveAreRefused() {
    assertThatThrownBy(() -> metrics.count(Metric.PLACEMENTS, 1, "placed", "i-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package cloud.jarrah.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Metrics in the server's registry; nothing is kept if the server has none. The registry that
 * WildFly gives to applications passes on only what is asked of it by name and tags: meters that
 * are built and registered stay in it unseen. So there are no histograms, and buckets are counters.
 */
@Singleton
public class MicrometerMetrics implements Metrics {
  /** Few, since there is a row of them for each pair of labels. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofSeconds(120)
  };

  private final Optional<MeterRegistry> registry;
  private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Key, Timed> timers = new ConcurrentHashMap<>();
  private final Map<Key, AtomicLong> gauges = new ConcurrentHashMap<>();

  private record Key(Metric metric, List<String> labels) {}

  /** A timer, and how many took no longer than each of the buckets; the last one counts all. */
  private record Timed(Timer timer, List<Counter> buckets) {
    void record(Duration took) {
      timer.record(took);
      for (int i = 0; i < buckets.size(); i++) {
        if (i == BUCKETS.length || took.compareTo(BUCKETS[i]) <= 0) {
          buckets.get(i).increment();
        }
      }
    }
  }

  @Inject
  MicrometerMetrics(Instance<MeterRegistry> registries) {
    this(registries.isResolvable() ? Optional.of(registries.get()) : Optional.empty());
  }

  MicrometerMetrics(Optional<MeterRegistry> registry) {
    this.registry = registry;
  }

  @Override
  public void count(Metric metric, long amount, String... labels) {
    if (registry.isPresent() && amount > 0) {
      counters
          .computeIfAbsent(key(metric, labels), key -> counter(registry.get(), key))
          .increment((double) amount);
    }
  }

  @Override
  public void time(Metric metric, Duration took, String... labels) {
    if (registry.isPresent()) {
      timers
          .computeIfAbsent(key(metric, labels), key -> timed(registry.get(), key))
          .record(took.isNegative() ? Duration.ZERO : took);
    }
  }

  /** Sets a gauge's numbers; label values that are missing become zero. */
  void set(Metric metric, Map<String, Long> numbers) {
    if (registry.isEmpty()) {
      return;
    }
    gauges.forEach(
        (key, number) -> {
          if (key.metric() == metric && !numbers.containsKey(key.labels().get(0))) {
            number.set(0);
          }
        });
    numbers.forEach(
        (label, number) ->
            gauges
                .computeIfAbsent(key(metric, label), key -> gauge(registry.get(), key))
                .set(number));
  }

  private static Key key(Metric metric, String... labels) {
    if (labels.length != metric.labels().size()) {
      throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
    }
    return new Key(metric, Arrays.asList(labels));
  }

  private static Counter counter(MeterRegistry registry, Key key) {
    return registry.counter(key.metric().dotted(), tags(key));
  }

  private static Timed timed(MeterRegistry registry, Key key) {
    List<Counter> buckets = new ArrayList<>();
    for (int i = 0; i <= BUCKETS.length; i++) {
      String limit =
          i == BUCKETS.length
              ? "+Inf"
              : BigDecimal.valueOf(BUCKETS[i].toMillis(), 3).toPlainString();
      buckets.add(registry.counter(key.metric().dotted() + ".within", tags(key).and("le", limit)));
    }
    return new Timed(registry.timer(key.metric().dotted(), tags(key)), buckets);
  }

  /** The registry holds it weakly, the map holds it. */
  private static AtomicLong gauge(MeterRegistry registry, Key key) {
    AtomicLong number = new AtomicLong();
    registry.gauge(key.metric().dotted(), tags(key), number, AtomicLong::doubleValue);
    return number;
  }

  private static Tags tags(Key key) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < key.labels().size(); i++) {
      tags.add(Tag.of(key.metric().labels().get(i), key.labels().get(i)));
    }
    return Tags.of(tags);
  }
}

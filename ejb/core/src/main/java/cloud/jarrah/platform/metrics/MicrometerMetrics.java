package cloud.jarrah.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Metrics in the server's registry; nothing is kept if the server has none. */
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
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Key, AtomicLong> gauges = new ConcurrentHashMap<>();

  private record Key(Metric metric, List<String> labels) {}

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
          .increment(amount);
    }
  }

  @Override
  public void time(Metric metric, Duration took, String... labels) {
    if (registry.isPresent()) {
      timers
          .computeIfAbsent(key(metric, labels), key -> timer(registry.get(), key))
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
    return Counter.builder(key.metric().dotted()).tags(tags(key)).register(registry);
  }

  private static Timer timer(MeterRegistry registry, Key key) {
    return Timer.builder(key.metric().dotted())
        .serviceLevelObjectives(BUCKETS)
        .tags(tags(key))
        .register(registry);
  }

  private static AtomicLong gauge(MeterRegistry registry, Key key) {
    AtomicLong number = new AtomicLong();
    Gauge.builder(key.metric().dotted(), number, AtomicLong::doubleValue)
        .strongReference(true)
        .tags(tags(key))
        .register(registry);
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

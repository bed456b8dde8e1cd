package cloud.jarrah.platform.metrics;

import java.time.Duration;

/** Takes what the cloud counts and measures. Never fails, never waits. */
public interface Metrics {

  /** Keeps nothing. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void count(Metric metric, long amount, String... labels) {
          // not kept
        }

        @Override
        public void time(Metric metric, Duration took, String... labels) {
          // not kept
        }
      };

  /** Adds to a counter; values of the labels in the order in which the metric names them. */
  void count(Metric metric, long amount, String... labels);

  /** Notes that something happened and how long it took. */
  void time(Metric metric, Duration took, String... labels);
}

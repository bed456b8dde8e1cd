package cloud.jarrah.platform.metrics;

import java.util.Map;

/** Numbers that are asked for now and then. A bean of the feature that knows them. */
public interface GaugeSource {

  /** A gauge with one label. */
  Metric metric();

  /**
   * The present numbers by the label's value, in the caller's transaction. Values that are not in
   * it any more count as zero.
   */
  Map<String, Long> read();
}

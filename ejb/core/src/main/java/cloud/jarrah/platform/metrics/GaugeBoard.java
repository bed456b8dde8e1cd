package cloud.jarrah.platform.metrics;

import cloud.jarrah.platform.transactions.Transactions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks for all gauges' numbers: whoever reads the metrics gets the last answer, and no query. */
@Singleton
public class GaugeBoard {
  private static final Logger LOG = Logger.getLogger(GaugeBoard.class);

  private final List<GaugeSource> sources;
  private final MicrometerMetrics metrics;
  private final Transactions transactions;

  @Inject
  GaugeBoard(Instance<GaugeSource> sources, MicrometerMetrics metrics, Transactions transactions) {
    this(sources.stream().toList(), metrics, transactions);
  }

  GaugeBoard(List<GaugeSource> sources, MicrometerMetrics metrics, Transactions transactions) {
    this.sources = List.copyOf(sources);
    this.metrics = metrics;
    this.transactions = transactions;
  }

  void refresh() {
    for (GaugeSource source : sources) {
      try {
        metrics.set(source.metric(), transactions.requiresNew(source::read));
      } catch (RuntimeException e) {
        LOG.warnf(e, "%s could not be read", source.metric().dotted());
      }
    }
  }
}

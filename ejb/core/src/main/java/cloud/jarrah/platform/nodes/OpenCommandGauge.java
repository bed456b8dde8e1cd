package cloud.jarrah.platform.nodes;

import cloud.jarrah.platform.metrics.GaugeSource;
import cloud.jarrah.platform.metrics.Metric;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** How many commands wait for an answer, by kind. */
@Singleton
class OpenCommandGauge implements GaugeSource {
  private final CommandRepository commands;

  @Inject
  OpenCommandGauge(CommandRepository commands) {
    this.commands = commands;
  }

  @Override
  public Metric metric() {
    return Metric.COMMANDS_OPEN;
  }

  @Override
  public Map<String, Long> read() {
    return commands.openByKind();
  }
}

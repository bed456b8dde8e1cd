package cloud.jarrah.platform.nodes;

import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.traces.FinishedSpan;
import cloud.jarrah.platform.traces.FinishedSpan.Attribute;
import cloud.jarrah.platform.traces.Traces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Counts commands and tells traces what became of them. */
@Singleton
public class CommandNotes {
  public static final CommandNotes NONE = new CommandNotes(Metrics.NONE, Traces.NONE);

  private final Metrics metrics;
  private final Traces traces;

  @Inject
  public CommandNotes(Metrics metrics, Traces traces) {
    this.metrics = metrics;
    this.traces = traces;
  }

  void written(String kind) {
    metrics.count(Metric.COMMANDS_WRITTEN, 1, kind);
  }

  /** Before it is noted as sent. */
  void sending(OutgoingCommand command) {
    metrics.count(
        command.wasSent() ? Metric.COMMANDS_RESENT : Metric.COMMANDS_SENT, 1, command.kind());
  }

  void expired(OutgoingCommand command, Instant now) {
    metrics.count(Metric.COMMANDS_EXPIRED, 1, command.kind());
    end(command, now);
  }

  void answered(OutgoingCommand command, Instant now) {
    metrics.time(Metric.COMMANDS_ANSWERED, command.age(now), command.kind(), outcome(command));
    end(command, now);
  }

  /** Its effect was seen before its answer came, or something else is wanted now. */
  void superseded(OutgoingCommand command, Instant now) {
    end(command, now);
  }

  private void end(OutgoingCommand command, Instant now) {
    boolean failed =
        command.state() == OutgoingCommand.State.FAILED
            || command.state() == OutgoingCommand.State.EXPIRED;
    traces.ended(
        new FinishedSpan(
            command.requestId(),
            command.id(),
            command.kind(),
            now.minus(command.age(now)),
            now,
            Map.of(
                Attribute.REQUEST, command.requestId(),
                Attribute.COMMAND, command.id(),
                Attribute.HOST, command.hostId(),
                Attribute.RESOURCE, command.resource(),
                Attribute.GENERATION, Long.toString(command.generation()),
                Attribute.SENDINGS, Integer.toString(command.attempts()),
                Attribute.OUTCOME, outcome(command)),
            failed ? outcome(command) : null));
  }

  private static String outcome(OutgoingCommand command) {
    return command.state().name().toLowerCase(Locale.ROOT);
  }
}

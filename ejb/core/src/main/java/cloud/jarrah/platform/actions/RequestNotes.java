package cloud.jarrah.platform.actions;

import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.traces.FinishedSpan;
import cloud.jarrah.platform.traces.FinishedSpan.Attribute;
import cloud.jarrah.platform.traces.Traces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Counts requests and tells traces what became of them. */
@Singleton
public class RequestNotes {
  static final RequestNotes NONE = new RequestNotes(Metrics.NONE, Traces.NONE, Clock.systemUTC());

  private final Metrics metrics;
  private final Traces traces;
  private final Clock clock;

  @Inject
  public RequestNotes(Metrics metrics, Traces traces, Clock clock) {
    this.metrics = metrics;
    this.traces = traces;
    this.clock = clock;
  }

  /** Only of actions that the catalogue knows: nobody can make up further names. */
  void answered(Invocation invocation, Duration took, String outcome) {
    metrics.time(Metric.API_REQUESTS, took, invocation.action(), outcome);
    Caller caller = invocation.caller();
    Instant now = clock.instant();
    traces.ended(
        new FinishedSpan(
            caller.requestId(),
            null,
            invocation.action(),
            now.minus(took),
            now,
            Map.of(
                Attribute.REQUEST, caller.requestId(),
                Attribute.ACCOUNT, caller.accountId(),
                Attribute.PROTOCOL, caller.protocol().name().toLowerCase(Locale.ROOT),
                Attribute.OUTCOME, outcome),
            "failed".equals(outcome) || "busy".equals(outcome) ? outcome : null));
  }
}

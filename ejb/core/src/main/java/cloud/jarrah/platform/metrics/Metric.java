package cloud.jarrah.platform.metrics;

import java.util.List;
import java.util.Locale;

/** All metrics of our own. */
public enum Metric {
  API_REQUESTS("jarrah.api.requests", Kind.TIMER, "action", "outcome"),
  COMMANDS_WRITTEN("jarrah.commands.written", Kind.COUNTER, "kind"),
  COMMANDS_SENT("jarrah.commands.sent", Kind.COUNTER, "kind"),
  COMMANDS_RESENT("jarrah.commands.resent", Kind.COUNTER, "kind"),
  COMMANDS_EXPIRED("jarrah.commands.expired", Kind.COUNTER, "kind"),
  COMMANDS_ANSWERED("jarrah.commands.answered", Kind.TIMER, "kind", "outcome"),
  COMMANDS_OPEN("jarrah.commands.open", Kind.GAUGE, "kind"),
  DRIFT_FOUND("jarrah.drift.found", Kind.COUNTER, "kind"),
  DRIFT_HEALED("jarrah.drift.healed", Kind.COUNTER, "kind"),
  DRIFT_RUN("jarrah.drift.run", Kind.TIMER, "outcome"),
  HOSTS("jarrah.hosts", Kind.GAUGE, "reachability"),
  INSTANCES("jarrah.instances", Kind.GAUGE, "state"),
  LEASE_HELD("jarrah.lease.held", Kind.GAUGE, "lease"),
  PLACEMENTS("jarrah.placements", Kind.COUNTER, "outcome"),
  RECONCILER_BATCH("jarrah.reconciler.batch", Kind.TIMER, "outcome"),
  RECONCILER_STEPS("jarrah.reconciler.steps", Kind.COUNTER, "step"),
  REPORTS("jarrah.reports", Kind.COUNTER, "kind");

  private final String dotted;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, only its type does not say so.
  private final List<String> labels;

  /** What can be done with it. */
  public enum Kind {
    /** Only grows, from the start of a server. */
    COUNTER,
    /** Counts and times, with buckets. */
    TIMER,
    /** Goes up and down; the same at every server, unless the page says otherwise. */
    GAUGE
  }

  Metric(String dotted, Kind kind, String... labels) {
    this.dotted = dotted;
    this.kind = kind;
    this.labels = List.of(labels);
  }

  public String dotted() {
    return dotted;
  }

  public Kind kind() {
    return kind;
  }

  public List<String> labels() {
    return labels;
  }

  /** As Prometheus shows it; a timer also has three that end with _seconds_count, _sum, _max. */
  public String exposed() {
    String name = dotted.replace('.', '_').toLowerCase(Locale.ROOT);
    return switch (kind) {
      case COUNTER -> name + "_total";
      case TIMER -> name + "_within_total";
      case GAUGE -> name;
    };
  }
}

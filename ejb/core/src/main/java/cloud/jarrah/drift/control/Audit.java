package cloud.jarrah.drift.control;

import cloud.jarrah.audit.control.Events;
import cloud.jarrah.drift.control.DriftCheck.Outcome;
import cloud.jarrah.drift.control.DriftCheck.Suspect;
import cloud.jarrah.drift.control.DriftCheck.Verdict;
import cloud.jarrah.drift.entity.DriftFinding;
import cloud.jarrah.drift.entity.DriftRepository;
import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.metrics.Stopwatch;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Runs all checks. What one look names is only written down; what a later look names again is
 * judged, each in a transaction of its own. Two servers that run it at once do no harm.
 */
@Singleton
public class Audit {
  private static final Logger LOG = Logger.getLogger(Audit.class);

  /** Longer than any transaction that changes several of the things which are compared. */
  static final Duration APART = Duration.ofSeconds(45);

  /** Of each check in one run; the rest has its turn in the next one. */
  private static final int MOST = 500;

  private final List<DriftCheck> checks;
  private final DriftRepository repository;
  private final Events events;
  private final Transactions transactions;
  private final Retrying retrying;
  private final DatabaseTime time;
  private final Metrics metrics;

  @Inject
  Audit(
      Instance<DriftCheck> checks,
      DriftRepository repository,
      Events events,
      Transactions transactions,
      DatabaseTime time,
      Metrics metrics) {
    this(checks.stream().toList(), repository, events, transactions, time, metrics);
  }

  public Audit(
      List<DriftCheck> checks,
      DriftRepository repository,
      Events events,
      Transactions transactions,
      DatabaseTime time,
      Metrics metrics) {
    this.checks = List.copyOf(checks);
    this.repository = repository;
    this.events = events;
    this.transactions = transactions;
    this.retrying = new Retrying(transactions);
    this.time = time;
    this.metrics = metrics;
  }

  /** How many of a kind became findings, and how many were mended. */
  private static final class Tally {
    private int found;
    private int healed;
  }

  /** One look at everything; tells how many checks could not be made. */
  public int run() {
    Stopwatch watch = new Stopwatch();
    int failed = 0;
    for (DriftCheck check : checks) {
      try {
        run(check);
      } catch (RuntimeException e) {
        failed++;
        LOG.errorf(e, "the audit could not look for %s and tries again", check.kinds());
      }
    }
    metrics.time(Metric.DRIFT_RUN, watch.elapsed(), failed == 0 ? "ok" : "failed");
    return failed;
  }

  private void run(DriftCheck check) {
    Instant began = transactions.requiresNew(time::now);
    Set<Suspect> suspects =
        new LinkedHashSet<>(transactions.requiresNew(() -> check.suspects(MOST)));
    List<Suspect> seenBefore = retrying.requiresNew(() -> compare(check.kinds(), suspects));
    Map<String, Tally> tallies = new HashMap<>();
    check.kinds().forEach(kind -> tallies.put(kind, new Tally()));
    for (Suspect suspect : seenBefore) {
      judge(check, suspect, tallies.computeIfAbsent(suspect.kind(), kind -> new Tally()));
    }
    retrying.requiresNew(
        () -> {
          Duration took = Duration.between(began, time.now());
          tallies.forEach(
              (kind, tally) ->
                  repository.lockRun(kind, began).ended(began, took, tally.found, tally.healed));
          return took;
        });
    tallies.forEach(
        (kind, tally) -> {
          metrics.count(Metric.DRIFT_FOUND, tally.found, kind);
          metrics.count(Metric.DRIFT_HEALED, tally.healed, kind);
        });
  }

  /** Writes down what is named for the first time; gives what an earlier look named, too. */
  private List<Suspect> compare(Set<String> kinds, Set<Suspect> suspects) {
    Instant now = time.now();
    Map<Suspect, DriftFinding> known = new HashMap<>();
    for (DriftFinding finding : repository.ofKinds(kinds)) {
      Suspect suspect = new Suspect(finding.kind(), finding.resource());
      if (suspects.contains(suspect)) {
        known.put(suspect, finding);
      } else {
        repository.remove(finding);
      }
    }
    List<Suspect> ripe = new ArrayList<>();
    for (Suspect suspect : suspects) {
      DriftFinding before = known.get(suspect);
      if (before == null) {
        repository.add(new DriftFinding(suspect.kind(), suspect.resource(), now));
      } else {
        before.seen(now);
        if (!now.isBefore(before.firstSeen().plus(APART))) {
          ripe.add(suspect);
        }
      }
    }
    return ripe;
  }

  private void judge(DriftCheck check, Suspect suspect, Tally tally) {
    try {
      Judged judged = retrying.requiresNew(() -> judge(check, suspect));
      Verdict verdict = judged.verdict();
      if (judged.news()) {
        tally.found++;
      }
      if (verdict.outcome() == Outcome.HEALED) {
        tally.healed++;
        LOG.warnf(
            "JARRAH000401 healed %s of %s: %s",
            suspect.kind(), suspect.resource(), verdict.detail());
      } else if (judged.news()) {
        LOG.warnf(
            "JARRAH000402 found %s of %s: %s",
            suspect.kind(), suspect.resource(), verdict.detail());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s of %s could not be judged", suspect.kind(), suspect.resource());
    }
  }

  /** What was said of a suspect, and whether it was not known to be a finding before. */
  private record Judged(Verdict verdict, boolean news) {}

  private Judged judge(DriftCheck check, Suspect suspect) {
    Verdict verdict = check.judge(suspect);
    DriftFinding row =
        repository.find(suspect.kind(), suspect.resource()).orElseGet(() -> add(suspect));
    switch (verdict.outcome()) {
      case FINE -> {
        repository.remove(row);
        return new Judged(verdict, false);
      }
      case HEALED -> {
        boolean news = !row.confirmed();
        repository.remove(row);
        record("drift:healed", suspect, verdict);
        return new Judged(verdict, news);
      }
      case OPEN -> {
        boolean news = row.confirm(verdict.accountId(), verdict.detail());
        if (news) {
          record("drift:found", suspect, verdict);
        }
        return new Judged(verdict, news);
      }
    }
    throw new IllegalStateException("no such outcome");
  }

  private DriftFinding add(Suspect suspect) {
    DriftFinding row = new DriftFinding(suspect.kind(), suspect.resource(), time.now());
    repository.add(row);
    return row;
  }

  private void record(String action, Suspect suspect, Verdict verdict) {
    events.changed(
        verdict.accountId(),
        action,
        suspect.resource(),
        suspect.kind() + ": " + verdict.detail(),
        null,
        null);
  }
}

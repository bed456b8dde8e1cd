package cloud.jarrah.it.cloud;

import cloud.jarrah.it.wire.HttpAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A few users who ask and change without a pause while something happens to the cloud. They repeat
 * nothing, so that each failure is seen.
 */
public final class SteadyCalls implements AutoCloseable {
  private static final int READERS = 2;
  private static final int WRITERS = 2;

  private final Tenant tenant;
  private final ExecutorService users = Executors.newFixedThreadPool(READERS + WRITERS);
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean ended;

  /**
   * A call as its caller saw it.
   *
   * @param problem empty: it was answered with success
   */
  public record Call(String action, Instant begun, Duration took, String problem) {
    boolean failed() {
      return !problem.isEmpty();
    }
  }

  private SteadyCalls(Tenant tenant) {
    this.tenant = tenant;
  }

  public static SteadyCalls begin(Tenant tenant) {
    SteadyCalls load = new SteadyCalls(tenant);
    for (int n = 0; n < READERS; n++) {
      load.users.execute(() -> load.repeat(load::read));
    }
    for (int n = 0; n < WRITERS; n++) {
      load.users.execute(() -> load.repeat(load::change));
    }
    return load;
  }

  private void repeat(Runnable work) {
    while (!ended) {
      work.run();
    }
  }

  private void read() {
    call("DescribeInstances");
  }

  private void change() {
    HttpAnswer launched =
        call(
            "RunInstances",
            "ImageId",
            tenant.imageId(),
            "MinCount",
            "1",
            "MaxCount",
            "1",
            "ClientToken",
            UUID.randomUUID().toString());
    if (launched.status() == 200) {
      call("TerminateInstances", "InstanceId.1", launched.xml().first("instanceId"));
    }
  }

  private HttpAnswer call(String action, String... parameters) {
    Instant begun = Instant.now();
    HttpAnswer answer;
    String problem;
    try {
      answer = tenant.query().ec2(action, parameters);
      problem = answer.status() == 200 ? "" : "HTTP " + answer.status() + " " + answer.body();
    } catch (UncheckedIOException e) {
      answer = new HttpAnswer(0, Map.of(), "");
      problem = "connection lost: " + e.getCause();
    }
    calls.add(new Call(action, begun, Duration.between(begun, Instant.now()), problem));
    return answer;
  }

  /** All calls up to now. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> failures() {
    return calls().stream().filter(Call::failed).toList();
  }

  /** From the begin of the first failed call to the end of the last one. */
  public Duration errorWindow() {
    List<Call> failed = failures();
    if (failed.isEmpty()) {
      return Duration.ZERO;
    }
    Instant first = failed.stream().map(Call::begun).min(Instant::compareTo).orElseThrow();
    Instant last =
        failed.stream().map(c -> c.begun().plus(c.took())).max(Instant::compareTo).orElseThrow();
    return Duration.between(first, last);
  }

  /** How many calls were answered with success since then. */
  public long answeredSince(Instant moment) {
    return calls().stream().filter(c -> !c.failed() && c.begun().isAfter(moment)).count();
  }

  @Override
  public void close() {
    ended = true;
    users.shutdown();
    try {
      if (!users.awaitTermination(90, TimeUnit.SECONDS)) {
        throw new AssertionError("a call takes for ever; ended are " + calls().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

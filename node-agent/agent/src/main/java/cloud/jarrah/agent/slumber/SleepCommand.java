package cloud.jarrah.agent.slumber;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command that puts the machine to sleep. Some return at once and the machine sleeps a moment
 * later: so it is waited for a while after it, by the clock on the wall, which jumps while the
 * machine sleeps. The time limit does not count while it sleeps.
 */
public final class SleepCommand implements Sleeper {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Longer than from the command's end to the sleep. */
  private static final Duration SETTLES = Duration.ofSeconds(30);

  private final List<String> command;
  private final String mac;
  private final Clock clock;
  private final Duration limit;
  private final Duration settles;

  public SleepCommand(List<String> command, String mac, Clock clock) {
    this(command, mac, clock, LIMIT, SETTLES);
  }

  SleepCommand(List<String> command, String mac, Clock clock, Duration limit, Duration settles) {
    this.command = List.copyOf(command);
    this.mac = mac;
    this.clock = clock;
    this.limit = limit;
    this.settles = settles;
  }

  @Override
  public String mac() {
    return mac;
  }

  @Override
  public Duration settlesWithin() {
    return limit.plus(settles);
  }

  @Override
  public void sleep() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    String complaint = await(process);
    // Also after a failure: what the command has asked for is not taken back by its end.
    new Settling(clock, settles).await();
    if (complaint != null) {
      throw new IOException("the sleep command " + complaint);
    }
  }

  /** Null: it ended well. */
  private @Nullable String await(Process process) throws InterruptedException {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return "is awake after " + limit.toSeconds() + " s";
      }
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue() == 0 ? null : "ended with " + process.exitValue();
  }
}

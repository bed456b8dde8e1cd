package cloud.jarrah.agent.slumber;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that puts the machine to sleep. Some return at once and the machine sleeps a moment
 * later: so it is waited for a while after it, by the clock on the wall, which jumps while the
 * machine sleeps. The time limit does not count while it sleeps.
 */
public final class SleepCommand implements Sleeper {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(200);

  /** Longer than from the command's end to the sleep. */
  private static final Duration SETTLES = Duration.ofSeconds(30);

  private final List<String> command;
  private final String mac;
  private final Clock clock;
  private final Duration settles;

  public SleepCommand(List<String> command, String mac, Clock clock) {
    this(command, mac, clock, SETTLES);
  }

  SleepCommand(List<String> command, String mac, Clock clock, Duration settles) {
    this.command = List.copyOf(command);
    this.mac = mac;
    this.clock = clock;
    this.settles = settles;
  }

  @Override
  public String mac() {
    return mac;
  }

  @Override
  public void sleep() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the sleep command is awake after " + LIMIT.toSeconds() + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException("the sleep command ended with " + process.exitValue());
    }
    Instant settled = clock.instant().plus(settles);
    while (clock.instant().isBefore(settled)) {
      Thread.sleep(LOOK.toMillis());
    }
  }
}

package cloud.jarrah.hosts.control;

import cloud.jarrah.platform.time.Countdown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of the operating system, for a limited time. */
final class ExternalCommand {
  private static final int MOST_OUTPUT = 4096;
  private static final int SHOWN = 300;

  private ExternalCommand() {}

  /**
   * What came of it.
   *
   * @param late it was not run: there was no time left for it
   * @param output what it said, both ways mixed; at most 4 KiB
   */
  record Result(boolean late, boolean timedOut, String output) {
    static final Result LATE = new Result(true, false, "");

    /** For people: printable, short, and without the secret should the program repeat it. */
    String shown(String secret) {
      String safe = secret.isEmpty() ? output : output.replace(secret, "***");
      String line = safe.replaceAll("[^\\x20-\\x7e]+", " ").strip();
      return line.length() <= SHOWN ? line : line.substring(0, SHOWN);
    }
  }

  /**
   * Runs the program.
   *
   * @param limit after which it is killed
   * @param allowed it is not begun unless the limit ends before this does
   */
  static Result run(
      List<String> command, Map<String, String> environment, Duration limit, Countdown allowed) {
    try {
      // A file, not a pipe: whoever keeps a pipe open could hold up the reader for ever.
      Path said = Files.createTempFile("jarrah-command", ".out");
      try {
        return run(command, environment, limit, allowed, said);
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      return new Result(false, false, "cannot run " + command.get(0) + ": " + e.getMessage());
    }
  }

  private static Result run(
      List<String> command,
      Map<String, String> environment,
      Duration limit,
      Countdown allowed,
      Path said)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    // The last thing before: a server that is stopped above and goes on later begins nothing.
    if (!allowed.leaves(limit)) {
      return Result.LATE;
    }
    Process process = builder.start();
    boolean ended = false;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    try (InputStream output = Files.newInputStream(said)) {
      return new Result(
          false, !ended, new String(output.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8));
    }
  }
}

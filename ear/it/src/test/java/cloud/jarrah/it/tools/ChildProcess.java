package cloud.jarrah.it.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, within a limit. */
public final class ChildProcess {
  private final List<String> command;
  private final Map<String, String> environment = new HashMap<>();
  private final Set<String> hidden = new HashSet<>();
  private Duration limit = Duration.ofMinutes(1);

  /** How a program ended. */
  public record Ended(List<String> command, int code, String out, String err) {
    public boolean succeeded() {
      return code == 0;
    }

    /** What it wrote, if it succeeded. */
    public String orThrow() {
      if (!succeeded()) {
        throw new IllegalStateException("failed: " + this);
      }
      return out;
    }

    @Override
    public String toString() {
      return String.join(" ", command) + "\nended with " + code + "\n" + out + "\n" + err;
    }
  }

  private ChildProcess(List<String> command) {
    this.command = List.copyOf(command);
  }

  public static ChildProcess of(String... command) {
    return new ChildProcess(List.of(command));
  }

  public static ChildProcess of(List<String> command) {
    return new ChildProcess(command);
  }

  public ChildProcess with(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  /** Without some of the variables that these tests were started with. */
  public ChildProcess hiding(Set<String> variables) {
    hidden.addAll(variables);
    return this;
  }

  public ChildProcess within(Duration newLimit) {
    limit = newLimit;
    return this;
  }

  /** Output goes through files: a full pipe must not stop the program. */
  public Ended run() {
    try {
      Path out = Files.createTempFile("jarrah-it", ".out");
      Path err = Files.createTempFile("jarrah-it", ".err");
      try {
        return run(out, err);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("running " + command.get(0), e);
    }
  }

  private Ended run(Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(hidden);
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    boolean ended = false;
    try {
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly();
    }
    Ended result = new Ended(command, ended ? process.exitValue() : -1, text(out), text(err));
    if (!ended) {
      throw new IllegalStateException("not ended within " + limit.toSeconds() + " s: " + result);
    }
    return result;
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

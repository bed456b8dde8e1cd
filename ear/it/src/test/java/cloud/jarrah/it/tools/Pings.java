package cloud.jarrah.it.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Five pings a second from a network namespace, until they are counted. */
public final class Pings {
  private static final Pattern SEQUENCE = Pattern.compile("icmp_seq=(\\d+) ttl=");
  private static final Duration END = Duration.ofSeconds(10);

  private final Process process;
  private final Path output;

  /**
   * @param answers whether each ping was answered, in their order, up to the last answer
   */
  public record Count(List<Boolean> answers) {
    public Count {
      answers = List.copyOf(answers);
    }

    public int sent() {
      return answers.size();
    }

    /** How many were lost where most were lost, of as many in a row. */
    public int mostLostOf(int inARow) {
      return IntStream.rangeClosed(0, Math.max(0, sent() - inARow))
          .map(first -> lost(answers.subList(first, Math.min(first + inARow, sent()))))
          .max()
          .orElse(0);
    }

    private static int lost(List<Boolean> some) {
      return Collections.frequency(some, false);
    }

    @Override
    public String toString() {
      return lost(answers) + " of " + sent() + " pings lost";
    }
  }

  private Pings(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static Pings to(String address, String namespace, Path directory) {
    Path output = directory.resolve("pings");
    List<String> command =
        List.of("ip", "netns", "exec", namespace, "ping", "-n", "-i", "0.2", "-W", "1", address);
    try {
      return new Pings(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start(),
          output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks ping to end, or it would not write out what it has. */
  public Count end() {
    ChildProcess.of("kill", "-INT", Long.toString(process.pid())).run().orThrow();
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("ping does not end");
      }
      return count(Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Count count(String text) {
    NavigableSet<Integer> answered = new TreeSet<>();
    Matcher answers = SEQUENCE.matcher(text);
    while (answers.find()) {
      answered.add(Integer.parseInt(answers.group(1)));
    }
    int last = answered.isEmpty() ? 0 : answered.last();
    return new Count(IntStream.rangeClosed(1, last).mapToObj(answered::contains).toList());
  }
}

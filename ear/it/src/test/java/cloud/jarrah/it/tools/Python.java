package cloud.jarrah.it.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs our Python scripts with an interpreter that has what they import. */
public final class Python {
  /** What the scripts share; it lies beside each that runs. */
  private static final String EXPECTATIONS = "expectations.py";

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final String interpreter;

  private Python(String interpreter) {
    this.interpreter = interpreter;
  }

  /** Debian's own interpreter, if it has the module; else the one found first. */
  public static Python with(String module) {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(each -> ChildProcess.of(each, "-c", "import " + module).run().succeeded())
        .findFirst()
        .map(Python::new)
        .orElseThrow(() -> new IllegalStateException("no python3 has the module " + module));
  }

  /** Runs a script that lies beside the tests; settings of whoever runs them do not reach it. */
  public ChildProcess.Ended run(String script, Map<String, String> environment, String... words) {
    try {
      Path directory = Files.createTempDirectory("jarrah-it");
      Path shared = copy(EXPECTATIONS, directory);
      Path file = copy(script, directory);
      try {
        List<String> command = new ArrayList<>(List.of(interpreter, "-B", file.toString()));
        command.addAll(List.of(words));
        return ChildProcess.of(command)
            .with(environment)
            .with(
                Map.of("AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"))
            .within(LIMIT)
            .run();
      } finally {
        Files.delete(file);
        Files.delete(shared);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(String script, Path directory) throws IOException {
    try (InputStream in = Python.class.getResourceAsStream("/cloud/jarrah/it/" + script)) {
      if (in == null) {
        throw new IllegalArgumentException("no script " + script);
      }
      return Files.write(directory.resolve(script), in.readAllBytes());
    }
  }
}

package cloud.jarrah.it.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a cloud that goes with its test class leaves behind when a test failed. */
final class KeptLogs {
  private KeptLogs() {}

  static void ifFailed(ExtensionContext context, TestedCloud cloud, String name)
      throws IOException {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    Path kept = Files.createDirectories(Path.of("target", "logs-of-" + name));
    for (Path log : logs(cloud)) {
      String flat = cloud.data().relativize(log).toString().replace('/', '-');
      Files.copy(log, kept.resolve(flat), StandardCopyOption.REPLACE_EXISTING);
    }
    context.publishReportEntry("logs", kept.toAbsolutePath().toString());
  }

  private static List<Path> logs(TestedCloud cloud) throws IOException {
    try (Stream<Path> files = Files.walk(cloud.data())) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }
}

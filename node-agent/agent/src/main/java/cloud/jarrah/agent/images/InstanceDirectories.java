package cloud.jarrah.agent.images;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** The directories of instances, and which images they need. */
public final class InstanceDirectories {
  private static final String PINS = "images";

  private final Path root;
  private final ConcurrentMap<String, Set<String>> pins = new ConcurrentHashMap<>();

  public InstanceDirectories(Path root) throws IOException {
    this.root = AtomicFiles.passableDirectory(root);
    try (Stream<Path> directories = Files.list(root)) {
      for (Path directory : directories.toList()) {
        Path file = directory.resolve(PINS);
        if (Files.exists(file)) {
          pins.put(String.valueOf(directory.getFileName()), Set.copyOf(Files.readAllLines(file)));
        }
      }
    }
  }

  Path of(String instanceId) {
    return root.resolve(instanceId);
  }

  public Path console(String instanceId) {
    return of(instanceId).resolve("console.log");
  }

  /** From now on the cache keeps these images for the instance. */
  void pin(String instanceId, Set<String> sha256) throws IOException {
    if (!sha256.equals(pins.get(instanceId))) {
      byte[] lines = (String.join("\n", sha256) + "\n").getBytes(StandardCharsets.US_ASCII);
      AtomicFiles.write(of(instanceId).resolve(PINS), lines, Durability.POWER_CUT);
      pins.put(instanceId, Set.copyOf(sha256));
    }
  }

  public boolean needs(String sha256) {
    return pins.values().stream().anyMatch(each -> each.contains(sha256));
  }

  void remove(String instanceId) throws IOException {
    Path directory = of(instanceId);
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    pins.remove(instanceId);
  }
}

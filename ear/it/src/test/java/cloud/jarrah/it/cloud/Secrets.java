package cloud.jarrah.it.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything in a cloud's directory that nobody else may know, and where it must not be. */
public final class Secrets {
  private static final int SHORTEST = 12;

  private final TestedCloud cloud;

  /** Where it is kept, and what it is. */
  private final Map<String, String> values = new TreeMap<>();

  private Secrets(TestedCloud cloud) {
    this.cloud = cloud;
  }

  public static Secrets of(TestedCloud cloud) {
    Secrets secrets = new Secrets(cloud);
    secrets.add("administrator", cloud.administrator().secret());
    for (String key : List.of("master.key", "cluster.password", "database.password")) {
      secrets.add(key, TestedCloud.read(cloud.data().resolve("keys").resolve(key)).strip());
    }
    for (Path file : files(cloud.data().resolve("users"), "env")) {
      TestedCloud.read(file)
          .lines()
          .filter(line -> line.startsWith("AWS_SECRET_ACCESS_KEY="))
          .forEach(line -> secrets.add(file.toString(), line.replaceAll(".*=|'", "")));
    }
    for (Path file : files(cloud.data().resolve("users"), "key.pem")) {
      secrets.addPrivateKey(file);
    }
    secrets.addPrivateKey(cloud.data().resolve("pki/ca.key"));
    for (String agents : List.of("hosts", "sim")) {
      files(cloud.data().resolve(agents), "identity.json").forEach(secrets::addIdentity);
    }
    return secrets;
  }

  private void addIdentity(Path file) {
    JsonNode identity = TestedCloud.json(TestedCloud.read(file));
    identity
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getKey().matches("(?i).*(password|secret).*")) {
                add(file + " " + field.getKey(), field.getValue().asText());
              }
            });
  }

  /** By a line from its middle: a log would show whole lines. */
  private void addPrivateKey(Path file) {
    List<String> lines = TestedCloud.read(file).lines().toList();
    // Of a short key the first line is the secret one, of a long one those in the middle are.
    add(file.toString(), lines.get(lines.size() < 8 ? 1 : lines.size() / 2));
  }

  private void add(String what, String value) {
    if (value.length() < SHORTEST) {
      throw new IllegalStateException(what + " is no secret: it is too short");
    }
    values.put(what, value);
  }

  public int count() {
    return values.size();
  }

  /** Which secrets any process shows in its arguments. */
  public List<String> inProcessLists() {
    List<String> found = new ArrayList<>();
    Daemons.processes()
        .forEach(pid -> search(Daemons.arguments(pid), "arguments of process " + pid, found));
    return found;
  }

  /** Which secrets are written in a log. */
  public List<String> inLogs() {
    List<String> found = new ArrayList<>();
    for (String place : List.of("log", "server-1/log", "hosts", "sim")) {
      for (Path file : files(cloud.data().resolve(place), "")) {
        String name = file.toString();
        if (name.endsWith(".log") || name.endsWith(".out") || name.contains("/log/")) {
          search(text(file), name, found);
        }
      }
    }
    return found;
  }

  private void search(String text, String where, List<String> found) {
    values.forEach(
        (what, value) -> {
          if (text.contains(value)) {
            found.add(what + " in " + where);
          }
        });
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory, String name) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> name.isEmpty() || file.endsWith(name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

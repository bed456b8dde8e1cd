package cloud.jarrah.it.cloud;

import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.wire.Keys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** A cloud that the launcher started, known by its data directory. */
public final class TestedCloud {
  /** What belongs to the tested cloud must not reach another one. */
  private static final Set<String> DATABASE =
      Set.of("JARRAH_DB_URL", "JARRAH_DB_DRIVER", "JARRAH_DB_USER", "JARRAH_DB_PASSWORD");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final Set<String> hidden;
  private final Map<String, String> variables;
  private final Path root = checkout();

  private TestedCloud(Path data, Set<String> hidden, Map<String, String> variables) {
    this.data = data;
    this.hidden = Set.copyOf(hidden);
    this.variables = new HashMap<>(variables);
  }

  /**
   * Another cloud, with its data beside those of the tested one and a database of its own.
   *
   * @param variables of the environment, for the launcher
   */
  static TestedCloud beside(String name, Map<String, String> variables) {
    Path tested = current().data();
    return new TestedCloud(
        tested.resolveSibling(tested.getFileName() + "-" + name), DATABASE, variables);
  }

  /** The cloud these tests were started for. */
  public static TestedCloud current() {
    String given = System.getProperty("jarrah.it.data", "");
    String place =
        given.isEmpty() || given.startsWith("$")
            ? Objects.requireNonNullElse(System.getenv("JARRAH_DATA"), "")
            : given;
    if (place.isEmpty()) {
      throw new IllegalStateException(
          "no cloud to test: run ./jarrah test, or set -Djarrah.it.data to the data directory of"
              + " one that is up");
    }
    return new TestedCloud(Path.of(place), Set.of(), Map.of());
  }

  private static Path checkout() {
    String basedir = System.getProperty("basedir", "");
    return (basedir.isEmpty() ? Path.of("") : Path.of(basedir, "..", ".."))
        .toAbsolutePath()
        .normalize();
  }

  public Path data() {
    return data;
  }

  /** The checkout that the cloud was built from. */
  public Path root() {
    return root;
  }

  /** What {@code up} chose: mode, hosts, port offset, lab. */
  public String setting(String name) {
    return assignments(read(data.resolve("run/settings.env"))).getOrDefault(name, "");
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port(8773));
  }

  public URI secureEndpoint() {
    return URI.create("https://127.0.0.1:" + port(8743));
  }

  /** Where a listener of this cloud is. */
  public int port(int withoutOffset) {
    return withoutOffset + Integer.parseInt(setting("PORT_OFFSET"));
  }

  public String zone() {
    return setting("REGION") + "a";
  }

  public boolean hasLabHosts() {
    return "lab".equals(setting("MODE"));
  }

  /** Ends the test as skipped where guests are simulated. */
  public void requireLabHosts() {
    Assumptions.assumeTrue(hasLabHosts(), "needs lab hosts: real guests on a machine as root");
  }

  public void requireSimulatedHosts() {
    Assumptions.assumeFalse(hasLabHosts(), "needs simulated hosts");
  }

  /** Runs the launcher on this cloud. */
  public ChildProcess.Ended jarrah(String... words) {
    String[] command = new String[words.length + 3];
    command[0] = root.resolve("jarrah").toString();
    System.arraycopy(words, 0, command, 1, words.length);
    command[words.length + 1] = "--data";
    command[words.length + 2] = data.toString();
    return ChildProcess.of(command)
        .with(variables)
        .hiding(hidden)
        .within(Duration.ofMinutes(5))
        .run();
  }

  /** The launcher sees this variable of the environment from now on. */
  public void export(String variable, String value) {
    variables.put(variable, value);
  }

  /** Starts one server of this cloud, as {@code up} would. */
  public ChildProcess.Ended startServer(int number) {
    return ChildProcess.of(
            root.resolve("wildfly-config/bin/server-start").toString(), Integer.toString(number))
        .with(Map.of("JARRAH_ROOT", root.toString(), "JARRAH_DATA", data.toString()))
        .with(variables)
        .hiding(hidden)
        .within(Duration.ofMinutes(5))
        .run();
  }

  /** Repairs what a test broke, as its owner would: by bringing the cloud up again. */
  public void upAgain() {
    jarrah("up", "--yes").orThrow();
  }

  /** What {@code env} exports for an account. */
  public Map<String, String> environmentOf(String account) {
    return assignments(jarrah("env", "--account", account).orThrow());
  }

  /** The first administrator's keys. */
  public Keys administrator() {
    JsonNode file = json(read(data.resolve("keys/admin.json")));
    return new Keys(file.get("accessKeyId").asText(), file.get("secretAccessKey").asText());
  }

  private static Map<String, String> assignments(String text) {
    Map<String, String> found = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] halves = line.replaceFirst("^export ", "").split("=", 2);
      if (halves.length == 2) {
        found.put(halves[0], halves[1].replaceAll("^'(.*)'$", "$1"));
      }
    }
    return found;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + text, e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "cloud in " + data + " " + Arrays.asList(setting("MODE"), setting("HOSTS"));
  }
}

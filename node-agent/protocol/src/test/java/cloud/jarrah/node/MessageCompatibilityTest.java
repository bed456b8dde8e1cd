package cloud.jarrah.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The messages in {@code messages/vN} were written by version N, and are never changed: hosts of
 * that version are out there. Whoever needs another shape makes a new kind in a new version.
 */
class MessageCompatibilityTest {
  private static final Path MESSAGES = Path.of("src/test/resources/messages");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<Path> written() throws IOException {
    try (Stream<Path> files = Files.walk(MESSAGES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String fromEnd(Path file, int place) {
    return file.getName(file.getNameCount() - place).toString();
  }

  private static Object read(Path file) throws Exception {
    String text = Files.readString(file);
    return fromEnd(file, 2).equals("command")
        ? NodeWire.decodeCommand(text)
        : NodeWire.decodeReport(text);
  }

  @ParameterizedTest
  @MethodSource("written")
  void messageOfAnEarlierVersionIsUnderstoodAndWrittenInItsShape(Path file) throws Exception {
    JsonNode old = MAPPER.readTree(Files.readString(file));
    JsonNode now = MAPPER.readTree(NodeWire.encode(read(file)));
    List<String> missing = new ArrayList<>();
    compare("", old, now, missing);
    assertThat(missing).as("what a reader of that version looks for").isEmpty();
  }

  /** All that was there is still there, under the same name, with the same value. */
  private static void compare(String at, JsonNode old, JsonNode now, List<String> missing) {
    if (old.isObject() && now.isObject()) {
      old.fieldNames()
          .forEachRemaining(
              name -> compare(at + "/" + name, old.get(name), now.path(name), missing));
    } else if (old.isArray() && now.isArray() && old.size() == now.size()) {
      for (int i = 0; i < old.size(); i++) {
        compare(at + "/" + i, old.get(i), now.get(i), missing);
      }
    } else if (!old.equals(now)) {
      missing.add(at + ": was " + old + ", is " + now);
    }
  }

  @Test
  void eachKindIsWrittenDownInTheVersionThatBroughtIt() throws Exception {
    for (String direction : List.of("command", "report")) {
      Class<?> type = direction.equals("command") ? NodeCommand.class : NodeReport.class;
      Set<String> kinds = new TreeSet<>();
      for (JsonSubTypes.Type kind : type.getAnnotation(JsonSubTypes.class).value()) {
        kinds.add("v" + MessageVersions.of(kind.value()) + "/" + kind.name());
      }
      Set<String> files = new TreeSet<>();
      for (Path file : written()) {
        if (fromEnd(file, 2).equals(direction)) {
          files.add(fromEnd(file, 3) + "/" + fromEnd(file, 1).replace(".json", ""));
        }
      }
      assertThat(kinds)
          .as("a new kind needs @SinceVersion and a message in messages/vN/%s", direction)
          .isEqualTo(files);
    }
  }

  @Test
  void versionOneKnewTheseKindsAndNoOther() {
    assertThat(kindsOfVersionOne(NodeCommand.class))
        .containsExactly(
            "ensure-absent",
            "ensure-running",
            "ensure-stopped",
            "send-interrupt",
            "send-inventory",
            "take-screenshot");
    assertThat(kindsOfVersionOne(NodeReport.class))
        .containsExactly(
            "command-result", "console-output", "heartbeat", "inventory", "screenshot");
  }

  private static Set<String> kindsOfVersionOne(Class<?> type) {
    Set<String> kinds = new TreeSet<>();
    Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
        .filter(kind -> MessageVersions.of(kind.value()) == 1)
        .forEach(kind -> kinds.add(kind.name()));
    return kinds;
  }

  @Test
  void hostOfVersionOneUnderstandsNoNewerCommands() throws Exception {
    String text = Files.readString(MESSAGES.resolve("v1/report/heartbeat.json"));
    assertThat(NodeWire.decodeReport(text).understood()).isEqualTo(1);
  }

  @Test
  void messageClaimsNoLowerVersionThanItsContentNeeds() {
    NodeCommand heard = new NodeCommand.ReportHeard(1, 2, List.of("10.0.0.1:5446"), null);
    assertThat(command(1, heard).version()).isEqualTo(2);
    assertThat(command(1, new NodeCommand.SendInventory()).version()).isEqualTo(1);
  }

  private static CommandEnvelope command(int version, NodeCommand command) {
    return new CommandEnvelope(version, "c", "h", 1, "h", 0, Instant.EPOCH, "r", command);
  }

  @Test
  void diskIsSaidToExistOnlyByCloudsThatKnowIt() throws Exception {
    String old = Files.readString(MESSAGES.resolve("v1/command/ensure-running.json"));
    InstanceSpec before = specification(old);
    assertThat(before.diskExists()).isFalse();
    NodeCommand running = new NodeCommand.EnsureRunning(before.ofExistingDisk());
    InstanceSpec now = specification(NodeWire.encode(command(1, running)));
    assertThat(now.diskExists()).isTrue();
    assertThat(now.image()).isEqualTo(before.image());
  }

  private static InstanceSpec specification(String text) throws Exception {
    return ((NodeCommand.EnsureRunning) NodeWire.decodeCommand(text).command()).instance();
  }

  @Test
  void newerVersionIsNamedEvenIfItsKindIsUnknown() throws Exception {
    for (Path file : written()) {
      ObjectNode message = (ObjectNode) MAPPER.readTree(Files.readString(file));
      String direction = fromEnd(file, 2);
      ((ObjectNode) message.get(direction)).put("kind", "of-the-future");
      message.put("version", MessageVersions.CURRENT + 1);
      UnknownVersionException refused = refusal(direction, message.toString());
      assertThat(refused.header().version()).isEqualTo(MessageVersions.CURRENT + 1);
      assertThat(refused.header().hostId()).isEqualTo("host-0000000000000001");
    }
  }

  @Test
  void newerVersionOfAKnownKindIsRefusedToo() throws Exception {
    Path file = MESSAGES.resolve("v1/command/ensure-stopped.json");
    ObjectNode message = (ObjectNode) MAPPER.readTree(Files.readString(file));
    message.put("version", MessageVersions.CURRENT + 1);
    MessageHeader header = refusal("command", message.toString()).header();
    assertThat(header.commandId()).isEqualTo("cmd-0000000000000001");
    assertThat(header.resource()).isEqualTo("i-0123456789abcdef0");
    assertThat(header.generation()).isEqualTo(6);
  }

  private static UnknownVersionException refusal(String direction, String text) {
    return catchThrowableOfType(
        UnknownVersionException.class,
        () -> {
          if (direction.equals("command")) {
            NodeWire.decodeCommand(text);
          } else {
            NodeWire.decodeReport(text);
          }
        });
  }

  @Test
  void unknownKindOfAKnownVersionIsMalformed() throws Exception {
    Path file = MESSAGES.resolve("v1/command/ensure-stopped.json");
    String text = Files.readString(file).replace("ensure-stopped", "of-the-future");
    assertThatThrownBy(() -> NodeWire.decodeCommand(text))
        .isExactlyInstanceOf(MalformedMessageException.class);
  }

  @Test
  void brokersAreBoundedAndWellFormed() {
    assertThat(BrokerList.require(List.of("a.example:1", "[::1]:65535", "a.example:1")))
        .containsExactly("a.example:1", "[::1]:65535");
    for (String wrong : List.of("a", "a:0", "a:65536", ":1", "a b:1", "a:1/x", "-a:1", "")) {
      assertThatThrownBy(() -> BrokerList.require(List.of(wrong)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> BrokerList.require(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    List<String> many = Stream.iterate(1, i -> i + 1).limit(33).map(i -> "h:" + i).toList();
    assertThatThrownBy(() -> BrokerList.require(many)).isInstanceOf(IllegalArgumentException.class);
  }
}

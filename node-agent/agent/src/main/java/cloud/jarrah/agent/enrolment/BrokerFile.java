package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.BrokerList;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The brokers as the cloud told them last, beside the identity, which keeps those of the enrolment.
 * Without the file, or with a damaged one, the latter count.
 */
public final class BrokerFile {
  private static final System.Logger LOG = System.getLogger(BrokerFile.class.getName());

  private final Path file;
  private final Durability durability;

  private record Content(List<String> brokers) {}

  public BrokerFile(Path directory, Durability durability) {
    this.file = directory.resolve("brokers.json");
    this.durability = durability;
  }

  public List<String> load(List<String> otherwise) {
    if (!Files.exists(file)) {
      return otherwise;
    }
    try {
      return BrokerList.require(NodeWire.decode(Files.readString(file), Content.class).brokers());
    } catch (IOException | MalformedMessageException | RuntimeException e) {
      LOG.log(Level.WARNING, "ignores " + file + ", it will be written anew: " + e.getMessage());
      return otherwise;
    }
  }

  public void save(List<String> brokers) {
    try {
      AtomicFiles.write(
          file, NodeWire.encode(new Content(brokers)).getBytes(StandardCharsets.UTF_8), durability);
      LOG.log(Level.INFO, "the cloud's brokers are now {0}", brokers);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot keep the list of brokers in " + file, e);
    }
  }
}

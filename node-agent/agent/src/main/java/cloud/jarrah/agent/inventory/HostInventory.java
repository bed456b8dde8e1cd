package cloud.jarrah.agent.inventory;

import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.NodeReport.Capacity;
import cloud.jarrah.node.NodeReport.Heartbeat;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeReport.Slumber;
import cloud.jarrah.node.NodeWire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's inventory, made from the journal's copy in memory: cheap and always possible. */
public final class HostInventory {
  private final Capacity capacity;
  private final Journal journal;
  private final Supplier<@Nullable Slumber> slumber;

  public HostInventory(Capacity capacity, Journal journal, Supplier<@Nullable Slumber> slumber) {
    this.capacity = capacity;
    this.journal = journal;
    this.slumber = slumber;
  }

  public Inventory inventory() {
    List<InstanceObservation> instances = observations();
    return new Inventory(capacity, instances, digest(instances), slumber.get());
  }

  public Heartbeat heartbeat() {
    return new Heartbeat(digest(observations()));
  }

  private List<InstanceObservation> observations() {
    return journal.entries().stream()
        .filter(entry -> !entry.isTombstone())
        .map(JournalEntry::observation)
        .sorted(Comparator.comparing(InstanceObservation::instanceId))
        .toList();
  }

  private String digest(List<InstanceObservation> instances) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(NodeWire.encode(capacity).getBytes(StandardCharsets.UTF_8));
      sha256.update(NodeWire.encode(instances).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package cloud.jarrah.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a host says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodeReport.Heartbeat.class, name = "heartbeat"),
  @JsonSubTypes.Type(value = NodeReport.Inventory.class, name = "inventory"),
  @JsonSubTypes.Type(value = NodeReport.CommandResult.class, name = "command-result"),
  @JsonSubTypes.Type(value = NodeReport.ConsoleOutput.class, name = "console-output"),
  @JsonSubTypes.Type(value = NodeReport.Screenshot.class, name = "screenshot"),
})
public sealed interface NodeReport {

  /**
   * The host lives.
   *
   * @param inventoryDigest of the inventory it would send now; a surprise makes the cloud ask for
   *     it
   */
  record Heartbeat(String inventoryDigest) implements NodeReport {}

  /**
   * Everything the host has: sent at start, on change, on request and every minute.
   *
   * @param slumber null: it cannot sleep
   */
  record Inventory(
      Capacity capacity,
      List<InstanceObservation> instances,
      String digest,
      @Nullable Slumber slumber)
      implements NodeReport {
    public Inventory {
      instances = List.copyOf(instances);
    }

    public Inventory(Capacity capacity, List<InstanceObservation> instances, String digest) {
      this(capacity, instances, digest, null);
    }
  }

  /**
   * What a host says that can be put to sleep.
   *
   * @param mac of the interface that a magic packet wakes it by
   * @param number the greatest of {@link NodeCommand.Sleep} and {@link NodeCommand.StayAwake} that
   *     it has seen; 0: none
   */
  record Slumber(String mac, long number) {
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    public Slumber {
      if (!MAC.matcher(mac).matches()) {
        throw new IllegalArgumentException("a MAC address is six pairs of lower-case digits");
      }
    }
  }

  /**
   * What came of a command: a hint, sent after the inventory that shows its effect.
   *
   * @param retryable whether the same command may succeed later
   * @param message for the user to read; null when done
   */
  record CommandResult(
      String commandId,
      String resource,
      long generation,
      Outcome outcome,
      boolean retryable,
      @Nullable String message,
      @Nullable InstanceObservation observation)
      implements NodeReport {}

  /** The last bytes of a serial console, base64, at most 64 KiB before encoding. */
  record ConsoleOutput(String instanceId, String content, Instant takenAt) implements NodeReport {}

  /**
   * What a guest's display shows, or why that cannot be told.
   *
   * @param image JPEG in base64, at most {@link #MOST_IMAGE_BYTES} before encoding; null: see
   *     {@code problem}
   * @param problem for the user to read
   * @param hopeless of a problem: whether asking again cannot help
   */
  record Screenshot(
      String screenshotId,
      String instanceId,
      @Nullable String image,
      @Nullable String problem,
      boolean hopeless)
      implements NodeReport {
    public static final int MOST_IMAGE_BYTES = 1024 * 1024;

    @Override
    public String toString() {
      return "Screenshot[" + screenshotId + " of " + instanceId + "]";
    }
  }

  /** How a command ended at the host. */
  enum Outcome {
    DONE,
    /** Ignored: a newer generation was applied before. */
    SUPERSEDED,
    /** Ignored: the deadline had passed. */
    EXPIRED,
    FAILED
  }

  /**
   * What a host offers.
   *
   * @param hypervisor for example {@code qemu}, {@code kvm}, {@code simulated}
   * @param storageId of the directory where instances' disks lie if other hosts have it, too; null:
   *     the disks are this host's alone
   */
  record Capacity(
      int cores,
      int memoryMib,
      int diskGib,
      String hypervisor,
      String agentVersion,
      @Nullable String storageId) {
    private static final int LONGEST_STORAGE_ID = 64;

    public Capacity {
      if (storageId != null && (storageId.isBlank() || storageId.length() > LONGEST_STORAGE_ID)) {
        throw new IllegalArgumentException("a storage id has 1 to 64 characters");
      }
    }

    public Capacity(int cores, int memoryMib, int diskGib, String hypervisor, String agentVersion) {
      this(cores, memoryMib, diskGib, hypervisor, agentVersion, null);
    }
  }
}

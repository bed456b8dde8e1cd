package cloud.jarrah.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a host shall make true. Each is idempotent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodeCommand.EnsureRunning.class, name = "ensure-running"),
  @JsonSubTypes.Type(value = NodeCommand.EnsureStopped.class, name = "ensure-stopped"),
  @JsonSubTypes.Type(value = NodeCommand.EnsureAbsent.class, name = "ensure-absent"),
  @JsonSubTypes.Type(value = NodeCommand.SendInventory.class, name = "send-inventory"),
})
public sealed interface NodeCommand {

  /** The instance's domain runs on its disk, which is made if it is missing. */
  record EnsureRunning(InstanceSpec instance) implements NodeCommand {}

  /**
   * The domain does not run; its disk stays.
   *
   * @param graceSeconds how long the guest may take to shut down before it is switched off; 0: at
   *     once
   */
  record EnsureStopped(String instanceId, int graceSeconds) implements NodeCommand {
    public EnsureStopped {
      InstanceSpec.requireId(instanceId);
    }
  }

  /** Domain, disk, lease and network port are gone. */
  record EnsureAbsent(String instanceId) implements NodeCommand {
    public EnsureAbsent {
      InstanceSpec.requireId(instanceId);
    }
  }

  /** Send the full inventory now. */
  record SendInventory() implements NodeCommand {}
}

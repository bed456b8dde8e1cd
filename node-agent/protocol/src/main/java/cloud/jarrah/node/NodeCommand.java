package cloud.jarrah.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host shall make true; that is idempotent. {@link SendInterrupt} is no wish, and happens at
 * most once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodeCommand.EnsureRunning.class, name = "ensure-running"),
  @JsonSubTypes.Type(value = NodeCommand.EnsureStopped.class, name = "ensure-stopped"),
  @JsonSubTypes.Type(value = NodeCommand.EnsureAbsent.class, name = "ensure-absent"),
  @JsonSubTypes.Type(value = NodeCommand.PrepareArrival.class, name = "prepare-arrival"),
  @JsonSubTypes.Type(value = NodeCommand.AcceptArrival.class, name = "accept-arrival"),
  @JsonSubTypes.Type(value = NodeCommand.CancelArrival.class, name = "cancel-arrival"),
  @JsonSubTypes.Type(value = NodeCommand.Depart.class, name = "depart"),
  @JsonSubTypes.Type(value = NodeCommand.CancelDeparture.class, name = "cancel-departure"),
  @JsonSubTypes.Type(value = NodeCommand.Readmit.class, name = "readmit"),
  @JsonSubTypes.Type(value = NodeCommand.Sleep.class, name = "sleep"),
  @JsonSubTypes.Type(value = NodeCommand.StayAwake.class, name = "stay-awake"),
  @JsonSubTypes.Type(value = NodeCommand.SendInventory.class, name = "send-inventory"),
  @JsonSubTypes.Type(value = NodeCommand.SendInterrupt.class, name = "send-interrupt"),
  @JsonSubTypes.Type(value = NodeCommand.TakeScreenshot.class, name = "take-screenshot"),
  @JsonSubTypes.Type(value = NodeCommand.ReportHeard.class, name = "report-heard"),
})
public sealed interface NodeCommand {

  /**
   * The instance's domain runs on its disk, which is made if it is missing and not said to exist
   * ({@link InstanceSpec#diskExists}).
   *
   * @param reboot null: a domain that runs is left alone
   */
  record EnsureRunning(InstanceSpec instance, @Nullable Reboot reboot) implements NodeCommand {
    public EnsureRunning(InstanceSpec instance) {
      this(instance, null);
    }
  }

  /**
   * The domain's present run began for this generation or a later one. What has run for longer is
   * switched off and started again, once: the host remembers for which generation it did so.
   *
   * @param graceSeconds how long the guest may take to shut down before it is switched off
   */
  record Reboot(long generation, int graceSeconds) {
    public Reboot {
      if (generation < 1 || graceSeconds < 0) {
        throw new IllegalArgumentException("a reboot needs a generation and a grace");
      }
    }
  }

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

  /**
   * Disk, network and a {@link Berth} are ready for an instance that runs at another host: the disk
   * without content of its own, the domain defined and off. Each generation begins with a new disk.
   *
   * @param fromHostId where it runs
   * @param bootGeneration for which generation its present run was begun there
   */
  @SinceVersion(2)
  record PrepareArrival(InstanceSpec instance, String fromHostId, long bootGeneration)
      implements NodeCommand {}

  /** The instance has left its former host: what is here is the instance, even if it is off. */
  @SinceVersion(2)
  record AcceptArrival(String instanceId) implements NodeCommand {
    public AcceptArrival {
      InstanceSpec.requireId(instanceId);
    }
  }

  /**
   * What was prepared is gone, unless the instance has arrived: then nothing happens. The host's
   * hypervisor decides which of the two it is, and it stays decided.
   */
  @SinceVersion(2)
  record CancelArrival(String instanceId) implements NodeCommand {
    public CancelArrival {
      InstanceSpec.requireId(instanceId);
    }
  }

  /**
   * The running domain moves to the berth, at most one try for each generation. Afterwards it is
   * off here, {@code DEPARTED}, and its disk stays.
   */
  @SinceVersion(2)
  record Depart(String instanceId, Berth to) implements NodeCommand {
    public Depart {
      InstanceSpec.requireId(instanceId);
    }
  }

  /**
   * No move of the instance is under way: one that is, is called off. It may turn out to have moved
   * already.
   *
   * @param returned the other host has confirmed that it does not have it: this host has it again,
   *     whatever it thought. Without this a domain whose fate is unknown stays paused.
   */
  @SinceVersion(2)
  record CancelDeparture(String instanceId, boolean returned) implements NodeCommand {
    public CancelDeparture {
      InstanceSpec.requireId(instanceId);
    }
  }

  /**
   * The guest gets a non-maskable interrupt, which most of them answer with a crash dump: at most
   * once. It is sent once and not repeated, and a host ignores a number that is not greater than
   * the last one it has seen for the instance.
   */
  record SendInterrupt(String instanceId, long number) implements NodeCommand {
    public SendInterrupt {
      InstanceSpec.requireId(instanceId);
    }
  }

  /**
   * Send what the guest's display shows now.
   *
   * @param screenshotId to be repeated in the {@link NodeReport.Screenshot}
   * @param wakeUp whether a key is to be pressed before
   */
  record TakeScreenshot(String instanceId, String screenshotId, boolean wakeUp)
      implements NodeCommand {
    public TakeScreenshot {
      InstanceSpec.requireId(instanceId);
    }
  }

  /**
   * The cloud has heard the host: proof that the whole way works, there and back. It is not
   * answered.
   *
   * @param brokers all there are now, which the host keeps in place of those it knew
   * @param problem what the cloud does not understand of what the host says; null: nothing
   */
  @SinceVersion(2)
  record ReportHeard(
      long incarnation, long sequence, List<String> brokers, @Nullable String problem)
      implements NodeCommand {
    public ReportHeard {
      brokers = BrokerList.require(brokers);
    }
  }

  /**
   * The host was given up and has come back. It ends what now lives elsewhere, before anything else
   * and without touching the disks, which are another host's by now; what is left is its own. Then
   * it takes up the new epoch, for good, and sends its inventory under it.
   *
   * @param epoch of the host from now on
   * @param leave instances that are no longer its own
   */
  @SinceVersion(3)
  record Readmit(int epoch, List<String> leave) implements NodeCommand {
    public Readmit {
      leave = List.copyOf(leave);
      leave.forEach(InstanceSpec::requireId);
    }
  }

  /**
   * The host goes to sleep, unless it has a domain or a command in work: then it says so and stays
   * awake. Only for hosts that say how they are woken ({@link NodeReport.Inventory#slumber}).
   *
   * @param number a host ignores one that is not greater than the last it has seen, of either kind
   */
  @SinceVersion(3)
  record Sleep(long number) implements NodeCommand {}

  /**
   * The host is needed: no sleep with a smaller number counts any more. It notes the number for
   * good, and sends its inventory, which carries it. A host that is just going to sleep does so
   * when it is awake again.
   */
  @SinceVersion(3)
  record StayAwake(long number) implements NodeCommand {}

  /** Send the full inventory now. */
  record SendInventory() implements NodeCommand {}
}

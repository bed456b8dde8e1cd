package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.Wish;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an instance's wish into a command for its host. */
@Singleton
public class InstanceCommands {
  /** How long a command is repeated before the planner looks again. */
  private static final Duration REPEATED_FOR = Duration.ofMinutes(10);

  private final CommandOutbox outbox;
  private final InstanceSpecs specs;
  private final InstanceTimeLimits limits;

  @Inject
  public InstanceCommands(CommandOutbox outbox, InstanceSpecs specs, InstanceTimeLimits limits) {
    this.outbox = outbox;
    this.specs = specs;
    this.limits = limits;
  }

  /** What belongs to a command and stands beside the instance's row. */
  record Context(@Nullable OutgoingCommand open, List<NetworkInterface> interfaces) {}

  /** The contexts of many instances, whose rows the caller has locked: two questions for all. */
  Map<String, Context> contexts(List<Instance> instances) {
    List<String> ids = instances.stream().map(Instance::id).toList();
    Map<String, OutgoingCommand> open = outbox.openFor(ids);
    Map<String, List<NetworkInterface>> interfaces = specs.interfaces(ids);
    Map<String, Context> contexts = new HashMap<>();
    ids.forEach(
        id -> contexts.put(id, new Context(open.get(id), interfaces.getOrDefault(id, List.of()))));
    return contexts;
  }

  /** Writes the command for the current generation into the outbox. */
  void tell(Instance instance, Context context, Instant now) {
    NodeCommand command =
        switch (instance.wish().desired()) {
          case RUNNING ->
              new NodeCommand.EnsureRunning(onItsDisk(instance, context), reboot(instance.wish()));
          case STOPPED ->
              new NodeCommand.EnsureStopped(instance.id(), instance.wish().stopGraceSeconds());
          case TERMINATED -> new NodeCommand.EnsureAbsent(instance.id());
        };
    Instant limit = instance.wish().deadlineAt();
    outbox.write(
        new CommandOutbox.Order(
            instance.hostId(),
            instance.id(),
            instance.wish().generation(),
            limit == null ? now.plus(REPEATED_FOR) : limit,
            instance.wish().requestId(),
            command),
        context.open());
  }

  /** Withdraws the command that is open, if any. */
  void withdraw(Context context) {
    OutgoingCommand open = context.open();
    if (open != null && open.open()) {
      outbox.withdraw(open);
    }
  }

  /** What a host needs to run the instance. */
  InstanceSpec specification(Instance instance, Context context) {
    return specs.of(instance, context.interfaces());
  }

  /** What has run has a disk: where it is missing, its storage is, and it must not get another. */
  private InstanceSpec onItsDisk(Instance instance, Context context) {
    InstanceSpec specification = specification(instance, context);
    return instance.runs().everRan() ? specification.ofExistingDisk() : specification;
  }

  private static NodeCommand.@Nullable Reboot reboot(Wish wish) {
    return wish.rebooting()
        ? new NodeCommand.Reboot(wish.rebootGeneration(), wish.stopGraceSeconds())
        : null;
  }

  InstanceTimeLimits limits() {
    return limits;
  }
}

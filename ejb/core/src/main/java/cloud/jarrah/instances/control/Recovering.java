package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsItem;
import cloud.jarrah.instances.entity.AutoRecovery;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Wording;
import org.jspecify.annotations.Nullable;

/** Whether instances may be started elsewhere when their host has failed: their owner's choice. */
public final class Recovering {
  private Recovering() {}

  /** What a parameter chooses; what is usual if it says nothing. */
  static AutoRecovery choice(String parameter, @Nullable String said) {
    return said == null || said.isEmpty() ? AutoRecovery.DEFAULT : named(parameter, said);
  }

  /** What has to be chosen. */
  public static AutoRecovery require(String parameter, @Nullable String said) {
    if (said == null || said.isEmpty()) {
      throw Wording.missing(parameter);
    }
    return named(parameter, said);
  }

  private static AutoRecovery named(String parameter, String said) {
    return AutoRecovery.named(said)
        .orElseThrow(
            () -> Wording.invalid(parameter, said, "It must be one of default and disabled."));
  }

  /** From now on; also for an instance whose host has failed already and that is still there. */
  public static void choose(Instance instance, AutoRecovery chosen) {
    instance.launch().choose(instance.launch().options().autoRecovery(chosen));
  }

  static InstanceMaintenanceOptionsItem shown(Instance instance) {
    InstanceMaintenanceOptionsItem item = new InstanceMaintenanceOptionsItem();
    item.autoRecovery = instance.launch().options().autoRecovery().wireName();
    return item;
  }
}

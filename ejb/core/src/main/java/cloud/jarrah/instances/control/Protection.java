package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.Options;
import java.util.List;

/**
 * Keeps owners from ending instances by mistake. The cloud itself is not held up: a lost host, a
 * launch that failed and a guest that switches itself off have their way.
 */
public final class Protection {
  private Protection() {}

  /** All may be terminated; protection against stops is one against this, too. */
  public static void requireTerminable(List<Instance> instances) {
    for (Instance instance : instances) {
      Options options = instance.launch().options();
      if (instance.wish().desired() != Desired.TERMINATED) {
        if (options.terminationRefused()) {
          throw InstanceErrors.isProtected(instance.id(), "terminated", "disableApiTermination");
        }
        if (options.stopRefused()) {
          throw InstanceErrors.isProtected(instance.id(), "terminated", "disableApiStop");
        }
      }
    }
  }

  /** All may be stopped. */
  public static void requireStoppable(List<Instance> instances) {
    for (Instance instance : instances) {
      if (instance.launch().options().stopRefused()) {
        throw InstanceErrors.isProtected(instance.id(), "stopped", "disableApiStop");
      }
    }
  }
}

package cloud.jarrah.instances.testing;

import cloud.jarrah.hosts.control.Fence;
import java.time.Duration;

/** Worlds in which hosts that fail can be fenced. */
public final class Fences {
  private Fences() {}

  /** Whatever host is to be fenced loses its power; and the servers have listened for long. */
  public static World work(World world) {
    world.fence(
        id -> {
          world.host(id).losesPower();
          return Fence.Outcome.off("switched off");
        });
    world.pass(Duration.ofMinutes(3));
    return world;
  }
}

package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.images.DiskException;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.node.InstanceSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Disks of which there is only that they exist. Those of several hosts are one such object. */
final class SimulatedDisks implements InstanceDisks {
  private static final BootFiles FILES =
      new BootFiles(Path.of("/nonexistent"), null, null, Path.of("/nonexistent"));

  private final Set<String> disks = ConcurrentHashMap.newKeySet();
  private final boolean shared;

  SimulatedDisks(boolean shared) {
    this.shared = shared;
  }

  /** A disk that was made before this process began. */
  void restore(String instanceId) {
    disks.add(instanceId);
  }

  @Override
  public BootFiles ensure(InstanceSpec spec, boolean mayMake, Instant deadline)
      throws DiskException {
    if (!disks.contains(spec.id()) && (!mayMake || spec.diskExists())) {
      throw new DiskException(
          "The root disk of " + spec.id() + " is missing on its host", mayMake || shared, null);
    }
    disks.add(spec.id());
    return FILES;
  }

  @Override
  public BootFiles makeAnew(InstanceSpec spec, Instant deadline) throws DiskException {
    if (shared) {
      throw new DiskException("The disk of " + spec.id() + " is not moved", false, null);
    }
    disks.add(spec.id());
    return FILES;
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public void ensureAbsent(String instanceId) {
    disks.remove(instanceId);
  }
}

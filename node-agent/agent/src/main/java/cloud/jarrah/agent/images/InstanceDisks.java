package cloud.jarrah.agent.images;

import cloud.jarrah.node.InstanceSpec;
import java.time.Instant;

/** The disks of instances. */
public interface InstanceDisks {

  /**
   * Gives the instance's files, making them if they are missing.
   *
   * @param mayMake false: a missing disk is a loss of data and fails
   * @param deadline nothing is retried after it
   */
  BootFiles ensure(InstanceSpec spec, boolean mayMake, Instant deadline)
      throws DiskException, InterruptedException;

  /** Removes everything that belongs to the instance alone. */
  void ensureAbsent(String instanceId) throws DiskException;
}

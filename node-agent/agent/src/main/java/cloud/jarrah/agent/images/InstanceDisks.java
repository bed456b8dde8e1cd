package cloud.jarrah.agent.images;

import cloud.jarrah.node.InstanceSpec;
import java.time.Instant;

/** The disks of instances. */
public interface InstanceDisks {

  /**
   * Gives the instance's files, making them if they are missing. A disk that is said to exist
   * ({@link InstanceSpec#diskExists}) is not made.
   *
   * @param mayMake false: a missing disk is a loss of data and fails
   * @param deadline nothing is retried after it
   */
  BootFiles ensure(InstanceSpec spec, boolean mayMake, Instant deadline)
      throws DiskException, InterruptedException;

  /**
   * Makes the instance's files anew, for an instance that brings its disk's content along. Refused
   * where hosts share their disks: it would take away the very disk that the instance runs on.
   */
  BootFiles makeAnew(InstanceSpec spec, Instant deadline)
      throws DiskException, InterruptedException;

  /** Whether other hosts have the same disks. */
  boolean isShared();

  /** Removes everything that belongs to the instance alone. */
  void ensureAbsent(String instanceId) throws DiskException;
}

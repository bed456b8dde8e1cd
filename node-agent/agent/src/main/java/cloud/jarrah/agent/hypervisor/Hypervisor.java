package cloud.jarrah.agent.hypervisor;

import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.node.InstanceSpec;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Domains by instance id. Every operation may be repeated. */
public interface Hypervisor extends AutoCloseable {

  /** What the host calls itself in its capacity, for example {@code qemu}. */
  String kind();

  /**
   * Defines the domain if it is missing and starts it if it is off. Completes when the hypervisor
   * runs it; the guest may still be booting.
   */
  CompletionStage<Void> ensureRunning(InstanceSpec spec, BootFiles files)
      throws HypervisorException;

  /**
   * Asks the guest to shut down, waits at most {@code grace}, then switches it off. Ends early and
   * without having switched it off when interrupted.
   */
  void ensureOff(String instanceId, Duration grace)
      throws HypervisorException, InterruptedException;

  /** Switches it off and forgets it. */
  void ensureAbsent(String instanceId) throws HypervisorException;

  /** Sends a non-maskable interrupt. The only operation that must not be repeated. */
  void interrupt(String instanceId) throws HypervisorException;

  /**
   * What the guest's display shows.
   *
   * @param wakeUp whether to press a key before
   * @throws HypervisorException not retryable if the guest has no display
   */
  BufferedImage screenshot(String instanceId, boolean wakeUp) throws HypervisorException;

  /** Moves between hosts. */
  Migrations migrations();

  /** All domains whose name is an instance id. */
  Map<String, DomainState> domains() throws HypervisorException;

  /** Grows whenever the console got new output; empty: no console. */
  OptionalLong consoleSize(String instanceId);

  /** At most the last {@code limit} bytes of the console. */
  byte[] consoleTail(String instanceId, int limit) throws HypervisorException;

  /** {@code listener} is told that some domain may have changed; it must return at once. */
  void onChange(Runnable listener);

  @Override
  void close();
}

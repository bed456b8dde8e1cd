package cloud.jarrah.hosts.control;

/** A way to wake a host. Nothing is known of whether it has worked. */
public interface Waker {

  /**
   * Tries once; outside a transaction.
   *
   * @param mac of the interface that a magic packet wakes it by
   */
  void magicPacket(String mac);

  /** Switches it on by its management controller, if it is set up; may take some seconds. */
  void switchOn(String hostId);
}

package cloud.jarrah.hosts.control;

import cloud.jarrah.platform.time.Countdown;

/** A way to make sure that a host is off. */
public interface Fence {

  /**
   * Switches the host off and looks whether it is; it may take up to a minute. Outside a
   * transaction.
   *
   * @param allowed as long as the caller may do that for sure. Nothing is begun that could last
   *     longer: by then another server may have let the host in again
   */
  Outcome switchOff(String hostId, Countdown allowed);

  /**
   * What came of it.
   *
   * @param off whether it was seen to be off; nothing else counts
   * @param detail for an administrator to read: how it is known, or what to do
   */
  record Outcome(boolean off, String detail) {
    public static Outcome off(String how) {
      return new Outcome(true, how);
    }

    public static Outcome notConfirmed(String why) {
      return new Outcome(false, why);
    }
  }
}

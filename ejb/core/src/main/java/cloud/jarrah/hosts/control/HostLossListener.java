package cloud.jarrah.hosts.control;

/** A feature that has something on hosts. Called in the transaction that removes one for good. */
public interface HostLossListener {

  /**
   * The host will not come back: what was on it is lost, and what was allocated there must be given
   * back now.
   *
   * @param requestId of the request that declared it lost
   * @return how many had not ended before, so that it takes the proof that the host is off
   */
  int hostLost(String hostId, String requestId);
}

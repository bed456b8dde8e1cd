package cloud.jarrah.instances.entity;

/** What shall become of an instance whose host has failed, with the names of the public API. */
public enum AutoRecovery {
  /** It is started elsewhere if its disk is within reach there. */
  DEFAULT,
  /** It waits for its host. */
  DISABLED
}

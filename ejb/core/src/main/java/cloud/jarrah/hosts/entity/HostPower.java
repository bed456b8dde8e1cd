package cloud.jarrah.hosts.entity;

/** Whether a host is awake, beside its duty, its standing and how well it is heard. */
public enum HostPower {
  AWAKE,
  /** It was idle and was told to sleep: its silence says nothing. */
  ASLEEP,
  /** It is needed, and is being woken. */
  WAKING,
  /** It was not to be woken: nothing is placed there until it speaks, or is taken back. */
  UNWAKEABLE
}

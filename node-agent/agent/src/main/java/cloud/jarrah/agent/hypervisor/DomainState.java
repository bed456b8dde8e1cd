package cloud.jarrah.agent.hypervisor;

/** What the hypervisor says of a domain. */
public enum DomainState {
  RUNNING,
  /** Off, and the guest did it. */
  SHUT_DOWN_BY_GUEST,
  /** Off, because somebody on the host switched it off. */
  DESTROYED,
  /** Off, because it died. */
  CRASHED,
  /** Off, and the hypervisor does not remember why. */
  OFF_FOR_UNKNOWN_REASON
}

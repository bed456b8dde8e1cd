package cloud.jarrah.agent.hypervisor;

/** What the hypervisor says of a domain. */
public enum DomainState {
  RUNNING,
  /** It has a process, but its guest does not run: paused, or about to end. */
  HELD,
  /** Off, and the guest did it. */
  SHUT_DOWN_BY_GUEST,
  /** Off, because somebody on the host switched it off. */
  DESTROYED,
  /** Off, because it died. */
  CRASHED,
  /** Off, and the hypervisor does not remember why. */
  OFF_FOR_UNKNOWN_REASON,
  /** Paused in the middle of a move: which host has it is not decided, or not known. */
  IN_MIGRATION,
  /** Off, because it went to another host. */
  MIGRATED
}

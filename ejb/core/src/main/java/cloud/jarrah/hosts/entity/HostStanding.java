package cloud.jarrah.hosts.entity;

/** What the cloud does about a host, beside how well the host is heard. */
public enum HostStanding {
  /** It is used; when it is silent, it is waited for. */
  ACTIVE,
  /** It was silent for too long: nothing is sent there, and it is being switched off. */
  FENCING,
  /** It is known to be off: what it ran may be started elsewhere. Its former epoch is void. */
  FENCED
}

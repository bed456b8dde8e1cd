package cloud.jarrah.hosts.entity;

/** What an administrator wants a host for, beside its standing and how well it is heard. */
public enum HostDuty {
  /** Instances are placed there. */
  IN_SERVICE,
  /** Nothing new is placed or started there; what runs is moved away. Watched over as before. */
  DRAINING,
  /** Nothing runs there: it may be switched off, and its silence is nobody's concern. */
  MAINTENANCE
}

package cloud.jarrah.instances.entity;

/** What was last seen of an instance at its host. */
public enum ObservedPower {
  /** Nothing was heard yet. */
  UNKNOWN,
  PREPARING,
  RUNNING,
  /** Switched off by the cloud. */
  OFF,
  /** Switched off by the guest. */
  GUEST_OFF,
  /** Died by itself. */
  CRASHED,
  /** Nothing of it is left. */
  ABSENT,
  /** It could not be made. */
  FAILED,
  /** The host awaits it from another one. */
  ARRIVING,
  /** It went to another host. */
  DEPARTED;

  /** Whether the disk is there and nothing runs on it. */
  public boolean off() {
    return this == OFF || this == GUEST_OFF || this == CRASHED;
  }
}

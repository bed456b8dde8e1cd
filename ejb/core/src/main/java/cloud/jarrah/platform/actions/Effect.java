package cloud.jarrah.platform.actions;

/** What an action may do to the state of the cloud. */
public enum Effect {
  /** Reads only: no event row. */
  READ,
  /** Changes something: one event row in the same transaction. */
  WRITE
}

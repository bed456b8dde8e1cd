package cloud.jarrah.agent.journal;

/** What the cloud last wanted of an instance. */
public enum Wish {
  RUNNING,
  STOPPED,
  ABSENT,
  /** It comes from another host, and is not here yet. */
  ARRIVING,
  /** It went to another host. */
  DEPARTED
}

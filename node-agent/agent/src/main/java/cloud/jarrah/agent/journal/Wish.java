package cloud.jarrah.agent.journal;

/** What the cloud last wanted of an instance. */
public enum Wish {
  RUNNING,
  STOPPED,
  ABSENT
}

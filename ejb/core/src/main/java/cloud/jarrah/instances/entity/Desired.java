package cloud.jarrah.instances.entity;

/** What an instance should be. */
public enum Desired {
  RUNNING,
  STOPPED,
  TERMINATED
}

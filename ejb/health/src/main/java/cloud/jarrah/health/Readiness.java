package cloud.jarrah.health;

/** Whether requests can be served: database and broker reachable, migrations done. */
public interface Readiness {

  boolean ready();

  /** Whether this server is about to stop, and nothing new should be sent here. */
  boolean leaving();

  /** What is missing, for people; when ready, a word that says so. Names no secret. */
  String reason();
}

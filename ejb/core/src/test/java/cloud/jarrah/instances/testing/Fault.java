package cloud.jarrah.instances.testing;

/** What goes wrong at one move of the world. */
public enum Fault {
  /** The move is made twice: a timer fires again, a message is doubled. */
  REPEAT,
  /** The message of the move is lost; moves without a message are made. */
  LOSE,
  /** The message of the move arrives half a minute late. */
  DELAY,
  /** The server dies right after the move, with every message in the broker. */
  CRASH_SERVER,
  /** The agent dies right after the move and comes back with a new incarnation. */
  CRASH_AGENT,
  /** The owner terminates the instance right after the move. */
  TERMINATE
}

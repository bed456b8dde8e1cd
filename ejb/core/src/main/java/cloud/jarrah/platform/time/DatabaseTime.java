package cloud.jarrah.platform.time;

import java.time.Instant;

/** The one clock of the cloud. */
public interface DatabaseTime {

  /** Now, by the database's clock, in whole microseconds. Asked in a transaction. */
  Instant now();
}

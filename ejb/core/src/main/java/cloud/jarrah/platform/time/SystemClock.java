package cloud.jarrah.platform.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Makes this machine's clock injectable: for comparing with what clients say, and for showing. */
@Dependent
public class SystemClock {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}

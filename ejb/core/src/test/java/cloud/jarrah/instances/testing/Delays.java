package cloud.jarrah.instances.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages that are held up. */
final class Delays {
  /** Long enough for the same wish to be repeated, and for newer ones to overtake. */
  private static final Duration BY = Duration.ofSeconds(25);

  private final List<Late> late = new ArrayList<>();

  private record Late(Instant until, Runnable arrive) {}

  void add(Instant now, Runnable arrive) {
    late.add(new Late(now.plus(BY), arrive));
  }

  void arrive(Instant now) {
    List<Late> due = late.stream().filter(each -> !now.isBefore(each.until())).toList();
    late.removeAll(due);
    due.forEach(each -> each.arrive().run());
  }

  void clear() {
    late.clear();
  }
}

package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.CandidateRepository.Overview;
import cloud.jarrah.hosts.entity.Host;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains placements to people. */
final class PlacementNotes {
  private static final int MOST = 1024;
  private static final int MOST_NAMES = 8;

  private PlacementNotes() {}

  static String chosen(
      String policy, Host host, Overview overview, int considered, List<String> passedOver) {
    return policy
        + " chose "
        + host.name()
        + "; candidates looked at: "
        + considered
        + "; of "
        + overview.hosts()
        + " hosts in the zone "
        + overview.disabled()
        + " were out of service, "
        + overview.silent()
        + " not reachable, "
        + overview.full()
        + " too full"
        + passed(passedOver)
        + "; then used there: "
        + host.room().used();
  }

  private static String passed(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    return "; taken by others at that moment: "
        + names.stream().distinct().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (names.stream().distinct().count() > MOST_NAMES ? ", …" : "");
  }

  static String group(@Nullable Grouping grouping, int partition) {
    if (grouping == null) {
      return "";
    }
    return "; "
        + grouping.strategy().name().toLowerCase(Locale.ROOT)
        + " group "
        + grouping.name()
        + (partition == 0 ? "" : ", partition " + partition);
  }

  static String cut(String note) {
    return note.length() <= MOST ? note : note.substring(0, MOST - 1) + "…";
  }
}

package cloud.jarrah.platform.nodes;

import java.util.Map;
import java.util.Set;

/** Tells which enrolment of a host is the current one, and what its agent understands. */
public interface HostEpochs {

  /** Current epochs of those hosts that exist and that are sent commands. */
  Map<String, Integer> epochs(Set<String> hostIds);

  /** Those of the hosts that exist and are sent nothing now, but may be again. */
  Set<String> waiting(Set<String> hostIds);

  /** The newest version of messages that each of these hosts understands. */
  Map<String, Integer> messageVersions(Set<String> hostIds);
}

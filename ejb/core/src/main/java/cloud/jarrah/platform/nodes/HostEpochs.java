package cloud.jarrah.platform.nodes;

import java.util.Map;
import java.util.Set;

/** Tells which enrolment of a host is the current one. */
public interface HostEpochs {

  /** Current epochs of those hosts that exist. */
  Map<String, Integer> epochs(Set<String> hostIds);
}

package cloud.jarrah.quotas.control;

import java.util.Map;
import java.util.Set;

/** Counts what an account uses of things that are limited. A bean of the feature that owns them. */
public interface UsageCounter {

  /** Names of the limits, for example {@code instances}. */
  Set<String> quotas();

  /**
   * What is used now, of each of the names and perhaps of others; a name that is missing is not
   * used. Others of the account may be waiting meanwhile.
   */
  Map<String, Long> used(String accountId);
}

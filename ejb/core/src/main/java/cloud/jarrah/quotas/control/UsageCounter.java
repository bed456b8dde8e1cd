package cloud.jarrah.quotas.control;

import java.util.Map;
import java.util.Set;

/** Counts what an account uses of things that are limited. A bean of the feature that owns them. */
public interface UsageCounter {

  /** Names of the limits, for example {@code instances}. */
  Set<String> quotas();

  /** What is used now, for each of the names; others of the account wait meanwhile. */
  Map<String, Integer> used(String accountId);
}

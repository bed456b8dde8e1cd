package cloud.jarrah.tags.control;

import java.util.Set;

/** A kind of resource that can be tagged. A bean of the feature that owns it. */
public interface Taggable {

  /** What its ids begin with, without the hyphen, in lower case. */
  Set<String> prefixes();

  /** As in the public API, for example {@code key-pair}. */
  String resourceType();

  /**
   * Finds resources of which the account may know and keeps them from being deleted until the
   * transaction ends (their rows are locked, in the order of the ids).
   *
   * @param ids as a caller wrote them; the prefix fits
   * @return the ids as they are stored
   * @throws cloud.jarrah.api.ApiException the feature's own error if one of them does not exist
   */
  Set<String> require(String accountId, Set<String> ids);
}

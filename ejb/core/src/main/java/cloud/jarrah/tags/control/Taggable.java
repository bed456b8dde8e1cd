package cloud.jarrah.tags.control;

import cloud.jarrah.api.ApiException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A kind of resource that can be tagged. A bean of the feature that owns it. */
public interface Taggable {

  /** What its ids begin with, without the hyphen, in lower case. */
  Set<String> prefixes();

  /** As in the public API, for example {@code key-pair}. */
  String resourceType();

  /** The entity whose rows these resources are, by ids of their own: all that exist. */
  Class<?> rows();

  /**
   * Finds resources of which the account may know and keeps them from being deleted until the
   * transaction ends (their rows are locked, in the order of the ids).
   *
   * @param ids as a caller wrote them; the prefix fits
   * @return the ids as they are stored
   * @throws cloud.jarrah.api.ApiException the feature's own error if one of them does not exist
   */
  Set<String> require(String accountId, Set<String> ids);

  /**
   * What is required, if all of it was found.
   *
   * @param notFound the feature's own error about the first one that is missing
   */
  static Set<String> all(
      Set<String> ids, Stream<String> found, Function<String, ApiException> notFound) {
    Set<String> missing = new TreeSet<>(ids);
    found.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw notFound.apply(missing.iterator().next());
    }
    return ids;
  }
}

package cloud.jarrah.tags;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.tags.control.Taggable;
import java.util.Set;
import java.util.TreeSet;

/** Something that can be tagged: ids that end with the account's last digit are the account's. */
record FakeKind(String prefix, String resourceType, ErrorCode notFound) implements Taggable {

  @Override
  public Set<String> prefixes() {
    return Set.of(prefix);
  }

  @Override
  public Class<?> rows() {
    throw new UnsupportedOperationException("nobody asks");
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    Set<String> found = new TreeSet<>();
    for (String id : ids) {
      if (!id.endsWith(accountId.substring(accountId.length() - 1))) {
        throw new ApiException(notFound, id + " does not exist");
      }
      found.add(id);
    }
    return found;
  }
}

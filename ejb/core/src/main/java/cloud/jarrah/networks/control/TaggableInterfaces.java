package cloud.jarrah.networks.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.tags.control.Taggable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Network interfaces have tags. */
@Singleton
public class TaggableInterfaces implements Taggable {
  /** As in the public API. */
  public static final String TYPE = "network-interface";

  private final NetworkRepository networks;

  @Inject
  public TaggableInterfaces(NetworkRepository networks) {
    this.networks = networks;
  }

  @Override
  public Set<String> prefixes() {
    return Set.of("eni");
  }

  @Override
  public String resourceType() {
    return TYPE;
  }

  @Override
  public Class<?> rows() {
    return NetworkInterface.class;
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    return Taggable.all(
        ids,
        networks.lockInterfaces(accountId, ids).stream().map(NetworkInterface::id),
        TaggableInterfaces::notFound);
  }

  private static ApiException notFound(String id) {
    return new ApiException(
        ErrorCode.INVALID_NETWORK_INTERFACE_ID_NOT_FOUND,
        "The networkInterface ID '" + Wording.shown(id) + "' does not exist");
  }
}

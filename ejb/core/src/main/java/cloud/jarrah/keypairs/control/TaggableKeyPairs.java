package cloud.jarrah.keypairs.control;

import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.tags.control.Taggable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Key pairs have tags, by their ids. */
@Singleton
public class TaggableKeyPairs implements Taggable {
  private final KeyPairRepository repository;

  @Inject
  public TaggableKeyPairs(KeyPairRepository repository) {
    this.repository = repository;
  }

  @Override
  public Set<String> prefixes() {
    return Set.of("key");
  }

  @Override
  public String resourceType() {
    return "key-pair";
  }

  @Override
  public Class<?> rows() {
    return KeyPair.class;
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    return Taggable.all(
        ids, repository.lock(accountId, ids).stream().map(KeyPair::id), KeyPairErrors::notFound);
  }
}

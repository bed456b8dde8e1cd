package cloud.jarrah.keypairs.control;

import cloud.jarrah.keypairs.entity.KeyPairRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Key pairs in the database. */
@Singleton
public final class StoredKeyPairs implements KeyPairs {
  private final KeyPairRepository repository;

  @Inject
  public StoredKeyPairs(KeyPairRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<LaunchKey> find(String accountId, String keyName) {
    return repository
        .byName(accountId, keyName)
        .map(keyPair -> new LaunchKey(keyPair.name(), keyPair.publicKeyLine()));
  }
}

package cloud.jarrah.keypairs.control;

import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What making and importing a key pair have in common. */
@Singleton
public class KeyPairRegister {
  private final KeyPairRepository repository;
  private final Ids ids;
  private final DatabaseTime time;

  @Inject
  public KeyPairRegister(KeyPairRepository repository, Ids ids, DatabaseTime time) {
    this.repository = repository;
    this.ids = ids;
    this.time = time;
  }

  /** The name, if it is one and the account does not use it yet. */
  public String requireFree(String accountId, @Nullable String name) {
    String checked = KeyName.require(name);
    if (repository.byName(accountId, checked).isPresent()) {
      throw KeyPairErrors.duplicate(checked);
    }
    return checked;
  }

  public KeyPair add(String accountId, String name, KeyPair.Content content) {
    KeyPair keyPair = new KeyPair(ids.next("key"), accountId, name, content, time.now());
    repository.add(keyPair);
    return keyPair;
  }

  public static String arn(String accountId, String name) {
    return "arn:aws:ec2::" + accountId + ":key-pair/" + name;
  }
}

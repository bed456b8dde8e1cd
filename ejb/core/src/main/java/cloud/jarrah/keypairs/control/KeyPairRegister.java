package cloud.jarrah.keypairs.control;

import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.tags.control.TagSpecifications;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What making and importing a key pair have in common. */
@Singleton
public class KeyPairRegister {
  private static final String TYPE = "key-pair";

  private final KeyPairRepository repository;
  private final Ids ids;
  private final DatabaseTime time;
  private final Tags tags;
  private final Arns arns;

  @Inject
  public KeyPairRegister(
      KeyPairRepository repository, Ids ids, DatabaseTime time, Tags tags, Arns arns) {
    this.repository = repository;
    this.ids = ids;
    this.time = time;
    this.tags = tags;
    this.arns = arns;
  }

  /** The name, if it is one and the account does not use it yet. */
  public String requireFree(String accountId, @Nullable String name) {
    String checked = KeyName.require(name);
    if (repository.byName(accountId, checked).isPresent()) {
      throw KeyPairErrors.duplicate(checked);
    }
    return checked;
  }

  /** The tags for the key pair that is to be made. */
  public static Map<String, String> tags(List<TagSpecification> given) {
    return TagSpecifications.check(given, Set.of(TYPE)).of(TYPE);
  }

  /** Keeps the public half under its name. */
  public KeyPair add(
      String accountId, String name, KeyPair.Content content, Map<String, String> wanted) {
    KeyPair keyPair = new KeyPair(ids.next("key"), accountId, name, content, time.now());
    repository.add(keyPair);
    tags.put(accountId, TYPE, keyPair.id(), wanted);
    return keyPair;
  }

  /** Forgets it, with its tags. */
  public void remove(KeyPair keyPair) {
    repository.remove(keyPair);
    tags.remove(keyPair.id());
  }

  public String arn(String accountId, String name) {
    return arns.of(accountId, TYPE, name);
  }
}

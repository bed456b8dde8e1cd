package cloud.jarrah.keypairs.control;

import java.util.Optional;

/** Key pairs, for those who start instances. */
public interface KeyPairs {

  /** The account's key pair of that name, exactly. */
  Optional<LaunchKey> find(String accountId, String keyName);

  /**
   * The key an instance is started with.
   *
   * @param publicKey one line in OpenSSH format
   */
  record LaunchKey(String name, String publicKey) {}
}

package cloud.jarrah.accounts.control;

import cloud.jarrah.accounts.entity.AccessKey;
import cloud.jarrah.accounts.entity.Account;
import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.accounts.entity.Certificate;
import cloud.jarrah.accounts.entity.CredentialRepository;
import cloud.jarrah.accounts.entity.User;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Opens accounts. */
@Singleton
public class Accounts {
  private final AccountRepository accounts;
  private final CredentialRepository credentials;
  private final CertificateAuthority authority;
  private final Sealing sealing;
  private final DatabaseTime time;
  private final Secrets secrets = new Secrets();

  @Inject
  public Accounts(
      AccountRepository accounts,
      CredentialRepository credentials,
      CertificateAuthority authority,
      Sealing sealing,
      DatabaseTime time) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.authority = authority;
    this.sealing = sealing;
    this.time = time;
  }

  public boolean exists(String name) {
    return accounts.byName(name).isPresent();
  }

  /**
   * Opens an account with its user {@code root}. Fails at once if the name is taken.
   *
   * @param administrator whether its users administer the cloud
   */
  public NewCredentials open(String name, boolean administrator) {
    Instant now = time.now();
    Account account = new Account(secrets.accountId(), name, administrator, now);
    User root = User.rootOf(account);
    accounts.add(account, root);
    String keyId = secrets.accessKeyId();
    String secret = secrets.secretAccessKey();
    credentials.add(new AccessKey(keyId, root, sealing.seal(secret, keyId), now));
    CertificateAuthority.Issued issued = authority.issueToUser(account.id(), root.name(), now);
    credentials.add(
        new Certificate(issued.fingerprint(), root, issued.certificate(), now, issued.expires()));
    return new NewCredentials(
        account.id(), root.name(), keyId, secret, issued.certificate(), issued.privateKey());
  }
}

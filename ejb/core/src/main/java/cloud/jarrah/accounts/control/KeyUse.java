package cloud.jarrah.accounts.control;

import cloud.jarrah.accounts.entity.CredentialRepository;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When access keys were last used: collected in memory, written now and then, all at once. */
@Singleton
public class KeyUse {
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final CredentialRepository repository;
  private final DatabaseTime time;
  private final Transactions transactions;

  @Inject
  public KeyUse(CredentialRepository repository, DatabaseTime time, Transactions transactions) {
    this.repository = repository;
    this.time = time;
    this.transactions = transactions;
  }

  void note(String accessKeyId) {
    used.add(accessKeyId);
  }

  /** Writes what was noted, and forgets signed messages that are too old to be sent again. */
  public void flush() {
    List<String> ids = List.copyOf(used);
    used.removeAll(Set.copyOf(ids));
    transactions.requiresNew(
        () -> {
          if (!ids.isEmpty()) {
            repository.used(ids, time.now());
          }
          return repository.forgetMessagesBefore(time.now());
        });
  }
}

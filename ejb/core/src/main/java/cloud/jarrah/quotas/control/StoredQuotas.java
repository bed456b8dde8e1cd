package cloud.jarrah.quotas.control;

import cloud.jarrah.accounts.control.AccountLock;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Prepared.Charge;
import cloud.jarrah.platform.actions.Quotas;
import cloud.jarrah.quotas.entity.Quota;
import cloud.jarrah.quotas.entity.QuotaRepository;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks charges against the limits in the database. */
@Singleton
public class StoredQuotas implements Quotas {
  /** Of what instances use; whatever else is limited has one code together. */
  private static final Map<String, ErrorCode> CODES =
      Map.of(
          QuotaDefaults.INSTANCES, ErrorCode.INSTANCE_LIMIT_EXCEEDED,
          QuotaDefaults.VCPUS, ErrorCode.VCPU_LIMIT_EXCEEDED);

  private final QuotaRepository repository;
  private final QuotaDefaults defaults;
  private final AccountLock accounts;
  private final Map<String, UsageCounter> counters;

  @Inject
  StoredQuotas(
      QuotaRepository repository,
      QuotaDefaults defaults,
      AccountLock accounts,
      Instance<UsageCounter> counters) {
    this(repository, defaults, accounts, counters.stream().toList());
  }

  public StoredQuotas(
      QuotaRepository repository,
      QuotaDefaults defaults,
      AccountLock accounts,
      List<UsageCounter> counters) {
    this.repository = repository;
    this.defaults = defaults;
    this.accounts = accounts;
    this.counters =
        counters.stream()
            .flatMap(counter -> counter.quotas().stream().map(quota -> Map.entry(quota, counter)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void check(Caller caller, List<Charge> charges, Moment moment) {
    if (charges.isEmpty()) {
      return;
    }
    String accountId = caller.accountId();
    if (moment == Moment.AFTER) {
      // What is written under the lock makes others wait.
      repository.flush();
      // Until the transaction ends nobody else of the account gets past here.
      accounts.lock(accountId);
    }
    Set<UsageCounter> asked = new HashSet<>();
    Map<String, Long> used = new HashMap<>();
    for (Charge charge : charges) {
      UsageCounter counter = counter(charge);
      if (asked.add(counter)) {
        used.putAll(counter.used(accountId));
      }
      int most = limit(accountId, charge.quota());
      long now = used.getOrDefault(charge.quota(), 0L);
      // Afterwards it is part of what is used, or less is: not all that was asked for was made.
      boolean included = moment == Moment.AFTER;
      if (now + (included ? 0 : charge.amount()) > most) {
        throw exceeded(charge, most, now, included);
      }
    }
  }

  private UsageCounter counter(Charge charge) {
    UsageCounter counter = counters.get(charge.quota());
    if (counter == null) {
      throw new IllegalStateException("nobody counts " + charge.quota());
    }
    return counter;
  }

  /** The most that an account may use of something. */
  public int limit(String accountId, String quota) {
    return repository
        .find(accountId, quota)
        .map(Quota::maximum)
        .orElseGet(() -> defaults.of(quota));
  }

  private static ApiException exceeded(Charge charge, int most, long used, boolean included) {
    // How much of what is used is new is not known here: as much as asked for at most.
    String use = included ? "with them your account would use %d" : "your account uses %d";
    return new ApiException(
        CODES.getOrDefault(charge.quota(), ErrorCode.RESOURCE_LIMIT_EXCEEDED),
        String.format(
            "You have requested %d more %s, but of the limit of %d %s. %s, or ask"
                + " the administrator for a higher limit.",
            charge.amount(),
            charge.quota(),
            most,
            String.format(use, used),
            CODES.containsKey(charge.quota()) ? "Terminate instances" : "Delete some"));
  }
}

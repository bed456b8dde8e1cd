package cloud.jarrah.quotas.control;

import cloud.jarrah.accounts.control.Accounts;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  private final Accounts accounts;
  private final Map<String, UsageCounter> counters;

  @Inject
  StoredQuotas(
      QuotaRepository repository,
      QuotaDefaults defaults,
      Accounts accounts,
      Instance<UsageCounter> counters) {
    this(repository, defaults, accounts, counters.stream().toList());
  }

  public StoredQuotas(
      QuotaRepository repository,
      QuotaDefaults defaults,
      Accounts accounts,
      List<UsageCounter> counters) {
    this.repository = repository;
    this.defaults = defaults;
    this.accounts = accounts;
    this.counters =
        counters.stream().collect(Collectors.toMap(UsageCounter::quota, Function.identity()));
  }

  @Override
  public void check(Caller caller, List<Charge> charges) {
    if (charges.isEmpty()) {
      return;
    }
    // Until the transaction ends nobody else of the account gets past here.
    accounts.lock(caller.accountId());
    charges.forEach(charge -> check(caller.accountId(), charge));
  }

  private void check(String accountId, Charge charge) {
    UsageCounter counter = counters.get(charge.quota());
    if (counter == null) {
      throw new IllegalStateException("nobody counts " + charge.quota());
    }
    int most = limit(accountId, charge.quota());
    int used = counter.used(accountId);
    if ((long) used + charge.amount() > most) {
      throw exceeded(charge, most, used);
    }
  }

  /** The most that an account may use of something. */
  public int limit(String accountId, String quota) {
    return repository
        .find(accountId, quota)
        .map(Quota::maximum)
        .orElseGet(() -> defaults.of(quota));
  }

  private static ApiException exceeded(Charge charge, int most, int used) {
    return new ApiException(
        CODES.getOrDefault(charge.quota(), ErrorCode.RESOURCE_LIMIT_EXCEEDED),
        String.format(
            "You have requested %d more %s, but of the limit of %d your account uses %d. %s, or ask"
                + " the administrator for a higher limit.",
            charge.amount(),
            charge.quota(),
            most,
            used,
            CODES.containsKey(charge.quota()) ? "Terminate instances" : "Delete some"));
  }
}

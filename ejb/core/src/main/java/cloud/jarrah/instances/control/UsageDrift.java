package cloud.jarrah.instances.control;

import cloud.jarrah.accounts.control.AccountLock;
import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.instances.entity.UsageAuditRepository;
import cloud.jarrah.instances.entity.UsageAuditRepository.Counted;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What is entered as used by an account is what its instances are. A server of an earlier release
 * enters nothing; what it launches beside newer ones is entered here.
 */
@Singleton
public class UsageDrift implements DriftCheck {
  static final String KIND = "usage-differs";

  private static final Map<String, Counted> COUNTED =
      Map.of(
          QuotaDefaults.INSTANCES, Counted.INSTANCES,
          QuotaDefaults.VCPUS, Counted.VCPUS);

  private final UsageAuditRepository repository;
  private final UsageLedger ledger;
  private final AccountLock accounts;

  @Inject
  public UsageDrift(UsageAuditRepository repository, UsageLedger ledger, AccountLock accounts) {
    this.repository = repository;
    this.ledger = ledger;
    this.accounts = accounts;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<Suspect> suspects(int most) {
    return COUNTED.entrySet().stream()
        .flatMap(of -> repository.differing(of.getValue(), of.getKey(), most).stream())
        .distinct()
        .limit(most)
        .map(account -> new Suspect(KIND, account))
        .toList();
  }

  @Override
  public Verdict judge(Suspect suspect) {
    String account = suspect.resource();
    // Two audits at once must not both enter it. Who launches or terminates meanwhile changes both
    // sides at once, and does not matter.
    accounts.lock(account);
    StringJoiner mended = new StringJoiner(", ");
    COUNTED.forEach(
        (quota, counted) -> {
          long missing = repository.missing(counted, quota, account);
          ledger.enter(account, quota, missing);
          if (missing != 0) {
            mended.add(quota + " by " + missing);
          }
        });
    return mended.length() == 0
        ? Verdict.FINE
        : Verdict.healed(account, "what counts against its limits was wrong: " + mended);
  }
}

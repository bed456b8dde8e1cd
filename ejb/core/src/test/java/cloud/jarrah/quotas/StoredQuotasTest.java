package cloud.jarrah.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.accounts.control.AccountLock;
import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.AccountAttributeName;
import cloud.jarrah.api.ec2.DescribeAccountAttributesRequest;
import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.Prepared.Charge;
import cloud.jarrah.platform.actions.Quotas;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.quotas.boundary.DescribeAccountAttributes;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.StoredQuotas;
import cloud.jarrah.quotas.control.UsageCounter;
import cloud.jarrah.quotas.entity.Quota;
import cloud.jarrah.quotas.entity.QuotaRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key pairs stand for something limited: they are the simplest rows an account can have. */
class StoredQuotasTest {
  private static final String ALICE = Callers.ALICE.accountId();

  private final TestDatabase db = TestDatabase.create();
  private final KeyPairRepository things = new KeyPairRepository(db.entityManager());
  private final QuotaRepository repository = new QuotaRepository(db.entityManager());
  private final StoredQuotas quotas;

  StoredQuotasTest() {
    AccountLock accounts = new AccountLock(new AccountRepository(db.entityManager()));
    QuotaDefaults defaults =
        new QuotaDefaults(TestKeys.settings(Map.of("jarrah.quotas.instances", "3")));
    quotas = new StoredQuotas(repository, defaults, accounts, List.of(counter()));
  }

  private UsageCounter counter() {
    return new UsageCounter() {
      @Override
      public Set<String> quotas() {
        return Set.of(QuotaDefaults.INSTANCES);
      }

      @Override
      public Map<String, Long> used(String accountId) {
        return Map.of(QuotaDefaults.INSTANCES, (long) things.all(accountId).size());
      }
    };
  }

  @BeforeEach
  void accounts() {
    TestAccounts.add(db, Callers.ALICE, Callers.BOB);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private void charge(int amount, Quotas.Moment moment) {
    quotas.check(Callers.ALICE, List.of(new Charge(QuotaDefaults.INSTANCES, amount)), moment);
  }

  private void addThing(int number) {
    things.add(
        new KeyPair(
            "key-" + number,
            ALICE,
            "thing " + number,
            new KeyPair.Content("rsa", "", ""),
            Instant.EPOCH));
  }

  private boolean use(int number) {
    try {
      db.transactions()
          .run(
              () -> {
                charge(1, Quotas.Moment.BEFORE);
                addThing(number);
                charge(1, Quotas.Moment.AFTER);
              });
      return true;
    } catch (ApiException e) {
      return false;
    }
  }

  @Test
  void limitHoldsAgainstManyAtTheSameMoment()
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> attempts =
          IntStream.range(0, 12).mapToObj(i -> pool.submit(() -> use(i))).toList();
      int successes = 0;
      for (Future<Boolean> attempt : attempts) {
        successes += attempt.get(60, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertThat(successes).isEqualTo(3);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void limitSetForTheAccountReplacesTheDefault() {
    db.transactions()
        .run(() -> repository.add(new Quota(new Quota.Key(ALICE, QuotaDefaults.INSTANCES), 5)));
    db.transactions().run(() -> charge(5, Quotas.Moment.BEFORE));
    db.transactions()
        .run(() -> repository.find(ALICE, QuotaDefaults.INSTANCES).orElseThrow().limitTo(1));
    assertThatThrownBy(() -> db.transactions().run(() -> charge(2, Quotas.Moment.BEFORE)))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INSTANCE_LIMIT_EXCEEDED))
        .hasMessageContaining("of the limit of 1 your account uses 0");
  }

  private Map<String, String> attributes(String... names) {
    DescribeAccountAttributesRequest request = new DescribeAccountAttributesRequest();
    for (String name : names) {
      AccountAttributeName asked = new AccountAttributeName();
      asked.attributeName = name;
      request.accountAttributeNameSet.add(asked);
    }
    return Actions.run(db, new DescribeAccountAttributes(quotas), request, Callers.ALICE)
        .accountAttributeSet
        .stream()
        .collect(
            Collectors.toMap(
                item -> item.attributeName, item -> item.attributeValueSet.get(0).attributeValue));
  }

  @Test
  void accountSeesItsLimitAmongItsAttributes() {
    assertThat(attributes())
        .containsOnly(
            Map.entry("supported-platforms", "VPC"),
            Map.entry("default-vpc", "none"),
            Map.entry("max-instances", "3"));
    assertThat(attributes("max-instances")).hasSize(1);
    assertThatThrownBy(() -> attributes("max-elastic-ips"))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION));
    assertThatThrownBy(() -> attributes("colour"))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE));
  }

  @Test
  void refusalAfterwardsSaysWhatWouldBeUsedHoweverFewWereMade() {
    assertThatThrownBy(
            () ->
                db.transactions()
                    .run(
                        () -> {
                          IntStream.range(0, 4).forEach(this::addThing);
                          charge(50, Quotas.Moment.AFTER);
                        }))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("50 more")
        .hasMessageContaining("of the limit of 3 with them your account would use 4");
  }

  @Test
  void hugeChargeDoesNotOverflow() {
    assertThatThrownBy(
            () -> db.transactions().run(() -> charge(Integer.MAX_VALUE, Quotas.Moment.BEFORE)))
        .isInstanceOf(ApiException.class);
  }
}

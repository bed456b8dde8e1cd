package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateSpecification;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.instances.testing.NamedFixtures;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.launchtemplates.control.TemplateContent;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A template with two versions; the first is the default. */
class LaunchByTemplateTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final String ID = "lt-00000000000000001";
  private static final String THEIRS = "lt-00000000000000002";

  private final Owner owner = new Owner(new World(DB, 1));

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void templates() {
    Caller user = Callers.user("123456789012");
    TestAccounts.add(DB, user, Callers.BOB);
    add(ID, user.accountId());
    add(THEIRS, Callers.BOB.accountId());
  }

  private static void add(String id, String account) {
    LaunchTemplateRepository repository = new LaunchTemplateRepository(DB.entityManager());
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    DB.transactions()
        .run(
            () -> {
              LaunchTemplate template = new LaunchTemplate(id, account, "web-" + id, "me", now);
              template.nextNumber();
              repository.add(template);
              repository.add(version(id, 1, "m1.small", now));
              repository.add(version(id, 2, "c1.medium", now));
            });
  }

  private static LaunchTemplateVersion version(String id, long number, String type, Instant now) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.imageId = NamedFixtures.IMAGE;
    data.instanceType = type;
    data.keyName = NamedFixtures.KEY;
    return new LaunchTemplateVersion(
        new LaunchTemplateVersion.Key(id, number),
        null,
        TemplateContent.write(data),
        new LaunchTemplateVersion.Origin("me", now));
  }

  private static RunInstancesRequest by(
      @Nullable String id, @Nullable String name, @Nullable String version) {
    RunInstancesRequest request = new RunInstancesRequest();
    request.minCount = 1;
    request.maxCount = 1;
    request.launchTemplate = new LaunchTemplateSpecification();
    request.launchTemplate.launchTemplateId = id;
    request.launchTemplate.launchTemplateName = name;
    request.launchTemplate.version = version;
    return request;
  }

  private String typeOf(RunInstancesRequest request) {
    return String.valueOf(owner.run(request).instancesSet.get(0).instanceType);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theVersionThatCountsIsTheNamedOneOrTheDefault() {
    assertThat(typeOf(by(ID, null, null))).isEqualTo("m1.small");
    assertThat(typeOf(by(ID, null, "$Default"))).isEqualTo("m1.small");
    assertThat(typeOf(by(null, "web-" + ID, "$Latest"))).isEqualTo("c1.medium");
    assertThat(typeOf(by(ID, null, "2"))).isEqualTo("c1.medium");
  }

  @Test
  void whatTheRequestSaysWins() {
    RunInstancesRequest request = by(ID, null, "2");
    request.instanceType = "m1.small";
    var launched = owner.run(request).instancesSet.get(0);
    assertThat(launched.instanceType).isEqualTo("m1.small");
    assertThat(launched.imageId).isEqualTo(NamedFixtures.IMAGE);
    assertThat(launched.keyName).isEqualTo(NamedFixtures.KEY);
  }

  @Test
  void whatIsNotThereIsRefusedAsIsAStrangers() {
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_VERSION_NOT_FOUND, () -> owner.run(by(ID, null, "3")));
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND, () -> owner.run(by(THEIRS, null, null)));
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND,
        () -> owner.run(by(null, "web-" + THEIRS, null)));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION, () -> owner.run(by(ID, "web-" + ID, null)));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> owner.run(by(null, null, "1")));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> owner.run(by(ID, null, "newest")));
  }

  @Test
  void tokenStandsForTheRequestAsItCame() {
    RunInstancesRequest first = by(ID, null, "1");
    first.clientToken = "k";
    String reservation = String.valueOf(owner.run(first).reservationId);
    assertThat(owner.run(first).reservationId).isEqualTo(reservation);

    RunInstancesRequest spelledOut = Owner.request(1, 1);
    spelledOut.keyName = NamedFixtures.KEY;
    spelledOut.clientToken = "k";
    assertRefused(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH, () -> owner.run(spelledOut));

    RunInstancesRequest second = by(ID, null, "2");
    second.clientToken = "k";
    assertRefused(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH, () -> owner.run(second));
  }

  @Test
  void repeatedRequestIsAnsweredAlthoughWhatItNamedIsGone() {
    RunInstancesRequest request = by(ID, null, "$Latest");
    request.clientToken = "k";
    String reservation = String.valueOf(owner.run(request).reservationId);

    DB.transactions()
        .run(
            () -> {
              DB.entityManager().createQuery("delete from LaunchTemplateVersion v").executeUpdate();
              DB.entityManager().createQuery("delete from LaunchTemplate t").executeUpdate();
            });

    assertThat(owner.run(request).reservationId).isEqualTo(reservation);
  }
}

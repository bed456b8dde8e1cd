package cloud.jarrah.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.accounts.boundary.GetCallerIdentity;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ec2.CreateKeyPairRequest;
import cloud.jarrah.api.ec2.ImportKeyPairRequest;
import cloud.jarrah.api.sts.GetCallerIdentityRequest;
import cloud.jarrah.audit.control.Events;
import cloud.jarrah.audit.control.StoredJournal;
import cloud.jarrah.audit.entity.Event;
import cloud.jarrah.audit.entity.EventRepository;
import cloud.jarrah.keypairs.boundary.CreateKeyPair;
import cloud.jarrah.keypairs.boundary.ImportKeyPair;
import cloud.jarrah.keypairs.control.KeyForge;
import cloud.jarrah.keypairs.control.KeyPairRegister;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Authorisation;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the real dispatcher, which decides when the journal is written. */
class StoredJournalTest {
  private static final TestDatabase DB = TestDatabase.create();

  private final SettableTime time = new SettableTime();
  private final EventRepository events = new EventRepository(DB.entityManager());
  private final KeyPairRegister register =
      new KeyPairRegister(
          new KeyPairRepository(DB.entityManager()),
          new CountingIds(),
          time,
          new Tags(new TagRepository(DB.entityManager())),
          new Arns(() -> "jarrah-1"));
  private final Dispatcher dispatcher =
      new Dispatcher(
          new ActionCatalogue(
              List.of(
                  new CreateKeyPair(register, new KeyForge()),
                  new ImportKeyPair(register),
                  new GetCallerIdentity())),
          new Authorisation(),
          (caller, charges, moment) -> {},
          new StoredJournal(events, time),
          DB.transactions());

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE);
  }

  private void create(String name, boolean dryRun) {
    CreateKeyPairRequest request = new CreateKeyPairRequest();
    request.keyName = name;
    request.keyType = "ed25519";
    dispatcher.dispatch(
        new Invocation(Callers.ALICE, Service.EC2, "CreateKeyPair", request, dryRun));
  }

  private List<Event> rows() {
    return DB.transactions().requiresNew(() -> events.newest(Callers.ALICE.accountId(), 10));
  }

  @Test
  void changeLeavesOneRowThatNamesWhatWasTouched() {
    create("k", false);
    assertThat(rows())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo("ec2:CreateKeyPair");
              assertThat(event.outcome()).isEqualTo("applied");
              assertThat(event.resources())
                  .isEqualTo("arn:aws:ec2:jarrah-1:111111111111:key-pair/k");
              assertThat(event.detail()).isEqualTo("keyName=k keyType=ed25519");
              assertThat(event.requestId()).isEqualTo(Callers.ALICE.requestId());
              assertThat(event.happenedAt()).isEqualTo(time.now());
            });
  }

  @Test
  void refusedChangeLeavesARowWithTheReasonAndNothingElse() {
    create("k", false);
    assertThatThrownBy(() -> create("k", false)).isInstanceOf(ApiException.class);
    assertThat(rows()).hasSize(2);
    assertThat(rows().get(0).outcome()).isEqualTo("InvalidKeyPair.Duplicate");
    assertThat(rows().get(0).detail()).contains("already exists");
  }

  @Test
  void questionAndDryRunLeaveNoRow() {
    dispatcher.dispatch(
        new Invocation(
            Callers.ALICE, Service.STS, "GetCallerIdentity", new GetCallerIdentityRequest()));
    assertThatThrownBy(() -> create("k", true)).hasMessageContaining("DryRun");
    assertThat(rows()).isEmpty();
  }

  @Test
  void keyMaterialIsLeftOut() {
    ImportKeyPairRequest request = new ImportKeyPairRequest();
    request.keyName = "k";
    request.publicKeyMaterial =
        "c3NoLWVkMjU1MTkgQUFBQUMzTnphQzFsWkRJMU5URTVBQUFBSUgweHA5VVRML0RQUjhvcDhZTmtWUEZDeFAxdXFW"
            + "cnlMVVFxQ0NHemVWK3k=";
    dispatcher.dispatch(new Invocation(Callers.ALICE, Service.EC2, "ImportKeyPair", request));
    assertThat(rows().get(0).detail()).isEqualTo("keyName=k publicKeyMaterial=(left out)");
  }

  @Test
  void changeOfTheCloudItselfIsRecordedWithItsReason() {
    Events own = new Events(events, time);
    DB.transactions()
        .run(
            () ->
                own.changed(
                    Callers.ALICE.accountId(),
                    "instances:failed",
                    "i-1",
                    "x".repeat(5000),
                    "{\"state\":\"pending\"}",
                    null));
    Event event = rows().get(0);
    assertThat(Objects.requireNonNull(event.detail())).hasSize(1000);
    assertThat(event.before()).isEqualTo("{\"state\":\"pending\"}");
  }
}

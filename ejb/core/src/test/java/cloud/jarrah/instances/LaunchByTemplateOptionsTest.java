package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateMaintenanceOptions;
import cloud.jarrah.api.ec2.LaunchTemplateMonitoring;
import cloud.jarrah.api.ec2.LaunchTemplatePlacement;
import cloud.jarrah.api.ec2.LaunchTemplateSpecification;
import cloud.jarrah.api.ec2.MonitoringRequest;
import cloud.jarrah.api.ec2.PlacementItem;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.NamedFixtures;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.launchtemplates.control.TemplateContent;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroup.Arrangement;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.placementgroups.entity.Strategy;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Placement groups, protection, monitoring and recovery that a template says. */
class LaunchByTemplateOptionsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final String ID = "lt-00000000000000001";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private World world;
  private Owner owner;
  private Caller user;

  @BeforeEach
  void threeHosts() {
    world = new World(DB, 3);
    owner = new Owner(world);
    user = Callers.user("123456789012");
    TestAccounts.add(DB, user, Callers.BOB);
  }

  @AfterAll
  static void close() {
    DB.close();
  }

  private void template(Consumer<LaunchTemplateData> what) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.imageId = NamedFixtures.IMAGE;
    data.instanceType = "m1.small";
    what.accept(data);
    LaunchTemplateRepository repository = new LaunchTemplateRepository(DB.entityManager());
    DB.transactions()
        .run(
            () -> {
              repository.add(new LaunchTemplate(ID, user.accountId(), "web", "me", NOW));
              repository.add(
                  new LaunchTemplateVersion(
                      new LaunchTemplateVersion.Key(ID, 1),
                      null,
                      TemplateContent.write(data),
                      new LaunchTemplateVersion.Origin("me", NOW)));
            });
  }

  private void placed(Consumer<LaunchTemplatePlacement> how) {
    template(
        data -> {
          data.placement = new LaunchTemplatePlacement();
          how.accept(data.placement);
        });
  }

  private InstanceItem launched(Consumer<RunInstancesRequest> more) {
    RunInstancesRequest request = new RunInstancesRequest();
    request.minCount = 1;
    request.maxCount = 1;
    request.launchTemplate = new LaunchTemplateSpecification();
    request.launchTemplate.launchTemplateId = ID;
    more.accept(request);
    return owner.run(request).instancesSet.get(0);
  }

  private String placeOf(Consumer<PlacementRequest> asked) {
    InstanceItem item =
        launched(
            request -> {
              request.placement = new PlacementRequest();
              asked.accept(request.placement);
            });
    PlacementItem place = Objects.requireNonNull(item.placement);
    return place.groupName + " " + place.partitionNumber;
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void instanceGoesIntoTheTemplatesGroupUnlessTheRequestNamesAnother() {
    String parts = owner.makesGroup("parts", "partition", 3);
    String apart = owner.makesGroup("apart", "spread", null);
    owner.makesGroup("others", "partition", 3);
    placed(
        placement -> {
          placement.groupId = parts;
          placement.partitionNumber = 2;
        });
    assertThat(placeOf(asked -> {})).isEqualTo("parts 2");
    assertThat(placeOf(asked -> asked.partitionNumber = 3)).isEqualTo("parts 3");
    assertThat(placeOf(asked -> asked.groupName = "others")).isEqualTo("others 2");
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION, () -> placeOf(asked -> asked.groupId = apart));
  }

  @Test
  void instancesOfASpreadGroupByTemplateAreApart() {
    owner.makesGroup("apart", "spread", null);
    placed(placement -> placement.groupName = "apart");
    for (int i = 0; i < 3; i++) {
      assertThat(placeOf(asked -> {})).isEqualTo("apart null");
    }
    assertRefused(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, () -> placeOf(asked -> {}));
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_IN_USE, () -> owner.deletesGroup("apart"));
  }

  @Test
  void groupThatIsNotThereOrAStrangersIsUnknown() {
    String theirs = "pg-0123456789abcdef0";
    DB.transactions()
        .run(
            () ->
                new PlacementGroupRepository(DB.entityManager())
                    .add(
                        new PlacementGroup(
                            theirs,
                            Callers.BOB.accountId(),
                            "theirs",
                            new Arrangement(Strategy.SPREAD, 0),
                            NOW)));
    placed(placement -> placement.groupId = theirs);
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> launched(request -> {}));
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN,
        () -> placeOf(asked -> asked.groupName = "theirs"));
  }

  @Test
  void groupThatWasDeletedSinceIsUnknown() {
    owner.makesGroup("brief", "cluster", null);
    placed(placement -> placement.groupName = "brief");
    owner.deletesGroup("brief");
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> launched(request -> {}));
  }

  @Test
  void partitionOfNothingIsRefusedAsInARequest() {
    owner.makesGroup("parts", "partition", 2);
    placed(placement -> placement.partitionNumber = 3);
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION, () -> launched(request -> {}));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE, () -> placeOf(asked -> asked.groupName = "parts"));
  }

  private static void protect(LaunchTemplateData data) {
    data.disableApiTermination = true;
    data.disableApiStop = true;
    data.monitoring = new LaunchTemplateMonitoring();
    data.monitoring.enabled = true;
  }

  @Test
  void protectionAndMonitoringOfTheTemplateHold() {
    template(LaunchByTemplateOptionsTest::protect);
    InstanceItem guarded = launched(request -> {});
    assertThat(Objects.requireNonNull(guarded.monitoring).state).isIn("pending", "enabled");
    owner.awaitsSettled(guarded.instanceId, InstanceState.RUNNING);
    assertRefused(ErrorCode.OPERATION_NOT_PERMITTED, () -> owner.stops(guarded.instanceId));
    assertRefused(ErrorCode.OPERATION_NOT_PERMITTED, () -> owner.terminates(guarded.instanceId));
  }

  @Test
  void whatTheRequestSwitchesOffIsOff() {
    template(LaunchByTemplateOptionsTest::protect);
    InstanceItem open =
        launched(
            request -> {
              request.disableApiTermination = false;
              request.disableApiStop = false;
              request.monitoring = new MonitoringRequest();
              request.monitoring.enabled = false;
            });
    assertThat(Objects.requireNonNull(open.monitoring).state).isEqualTo("disabled");
    owner.awaitsSettled(open.instanceId, InstanceState.RUNNING);
    owner.stops(open.instanceId);
    owner.awaitsSettled(open.instanceId, InstanceState.STOPPED);
    owner.terminates(open.instanceId);
    owner.awaitsSettled(open.instanceId, InstanceState.TERMINATED);
  }

  private static String recovery(InstanceItem item) {
    return String.valueOf(Objects.requireNonNull(item.maintenanceOptions).autoRecovery);
  }

  @Test
  void recoveryIsAsTheTemplateSaysUnlessTheRequestSaysOtherwise() {
    template(
        data -> {
          data.maintenanceOptions = new LaunchTemplateMaintenanceOptions();
          data.maintenanceOptions.autoRecovery = "disabled";
        });
    assertThat(recovery(launched(request -> {}))).isEqualTo("disabled");
    assertThat(
            recovery(
                launched(
                    request -> {
                      request.maintenanceOptions = new InstanceMaintenanceOptionsRequest();
                      request.maintenanceOptions.autoRecovery = "";
                    })))
        .isEqualTo("disabled");
    assertThat(
            recovery(
                launched(
                    request -> {
                      request.maintenanceOptions = new InstanceMaintenanceOptionsRequest();
                      request.maintenanceOptions.autoRecovery = "default";
                    })))
        .isEqualTo("default");
  }
}

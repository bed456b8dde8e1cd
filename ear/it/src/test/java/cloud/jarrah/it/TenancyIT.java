package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.PrivateImages;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.cloud.Wsdl;
import cloud.jarrah.it.wire.HttpAnswer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What belongs to one account does not exist for another. */
class TenancyIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant OWNER = Tenant.of(CLOUD, "owner");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "stranger");

  /** Every action with the owner's names: what the stranger is told, or {@code own things only}. */
  private static final Map<String, String> WALK = new LinkedHashMap<>();

  private static final String OWN_THINGS_ONLY = "own things only";

  static {
    WALK.put("DescribeInstances", "InvalidInstanceID.NotFound");
    WALK.put("StartInstances", "InvalidInstanceID.NotFound");
    WALK.put("StopInstances", "InvalidInstanceID.NotFound");
    WALK.put("TerminateInstances", "InvalidInstanceID.NotFound");
    WALK.put("RebootInstances", "InvalidInstanceID.NotFound");
    WALK.put("DescribeInstanceStatus", "InvalidInstanceID.NotFound");
    WALK.put("SendDiagnosticInterrupt", "InvalidInstanceID.NotFound");
    WALK.put("GetConsoleScreenshot", "InvalidInstanceID.NotFound");
    WALK.put("GetConsoleOutput", "InvalidInstanceID.NotFound");
    WALK.put("RunInstances", "InvalidKeyPair.NotFound");
    WALK.put("DescribeKeyPairs", "InvalidKeyPair.NotFound");
    WALK.put("DescribeImages", "InvalidAMIID.NotFound");
    WALK.put("CreateTags", "InvalidInstanceID.NotFound");
    WALK.put("DeleteTags", "InvalidInstanceID.NotFound");
    WALK.put("DeletePlacementGroup", "InvalidPlacementGroup.Unknown");
    WALK.put("DescribePlacementGroups", "InvalidPlacementGroup.Unknown");
    WALK.put("DescribeInstanceAttribute", "InvalidInstanceID.NotFound");
    WALK.put("ModifyInstanceAttribute", "InvalidInstanceID.NotFound");
    WALK.put("ModifyInstanceMaintenanceOptions", "InvalidInstanceID.NotFound");
    WALK.put("ResetInstanceAttribute", "InvalidInstanceID.NotFound");
    WALK.put("MonitorInstances", "InvalidInstanceID.NotFound");
    WALK.put("UnmonitorInstances", "InvalidInstanceID.NotFound");
    WALK.put("GetPasswordData", "InvalidInstanceID.NotFound");
    WALK.put("DescribeInstanceCreditSpecifications", "InvalidInstanceID.NotFound");
    WALK.put("DescribeLaunchTemplates", "InvalidLaunchTemplateId.NotFound");
    WALK.put("DescribeLaunchTemplateVersions", "InvalidLaunchTemplateId.NotFound");
    WALK.put("CreateLaunchTemplateVersion", "InvalidLaunchTemplateId.NotFound");
    WALK.put("ModifyLaunchTemplate", "InvalidLaunchTemplateId.NotFound");
    WALK.put("DeleteLaunchTemplate", "InvalidLaunchTemplateId.NotFound");
    // Succeeds and says of each version that it was not found: see LaunchTemplatesIT.
    WALK.put("DeleteLaunchTemplateVersions", OWN_THINGS_ONLY);
    WALK.put("CreateLaunchTemplate", OWN_THINGS_ONLY);
    // These name nothing that another account could own, or make something of the caller's own.
    WALK.put("DeleteKeyPair", OWN_THINGS_ONLY);
    WALK.put("CreateKeyPair", OWN_THINGS_ONLY);
    WALK.put("ImportKeyPair", OWN_THINGS_ONLY);
    WALK.put("DescribeTags", OWN_THINGS_ONLY);
    WALK.put("CreatePlacementGroup", OWN_THINGS_ONLY);
    WALK.put("DescribeRegions", OWN_THINGS_ONLY);
    WALK.put("DescribeAvailabilityZones", OWN_THINGS_ONLY);
    WALK.put("DescribeInstanceTypes", OWN_THINGS_ONLY);
    WALK.put("DescribeInstanceTypeOfferings", OWN_THINGS_ONLY);
    WALK.put("DescribeAccountAttributes", OWN_THINGS_ONLY);
    WALK.put("DescribeIdFormat", OWN_THINGS_ONLY);
    WALK.put("DescribeIdentityIdFormat", OWN_THINGS_ONLY);
    WALK.put("DescribeAggregateIdFormat", OWN_THINGS_ONLY);
    WALK.put("DescribePrincipalIdFormat", OWN_THINGS_ONLY);
    WALK.put("ModifyIdFormat", OWN_THINGS_ONLY);
    WALK.put("ModifyIdentityIdFormat", OWN_THINGS_ONLY);
  }

  @Test
  void theWalkCoversEveryAction() {
    assertThat(WALK.keySet()).isEqualTo(Set.copyOf(Wsdl.of(CLOUD).actions()));
  }

  @TestFactory
  Stream<DynamicTest> strangersAreToldThatTheOwnersThingsDoNotExist() {
    OWNER.query().ec2("CreateKeyPair", "KeyName", "theirs");
    Machine theirs = OWNER.machines().running();
    OWNER.query().ec2("CreatePlacementGroup", "GroupName", "theirs", "Strategy", "spread");
    Map<String, String[]> names = new LinkedHashMap<>(launchTemplates());
    names.putAll(namesOf(theirs));
    Stream<DynamicTest> refusals =
        names.entrySet().stream()
            .map(
                entry ->
                    DynamicTest.dynamicTest(
                        entry.getKey(), () -> assertRefused(entry.getKey(), entry.getValue())));
    return Stream.concat(
        refusals,
        Stream.of(
            DynamicTest.dynamicTest(
                "and the owner's machine still runs",
                () -> assertThat(OWNER.machines().see(theirs.id()).state()).isEqualTo("running"))));
  }

  private static Map<String, String[]> namesOf(Machine theirs) {
    Map<String, String[]> names = new HashMap<>();
    names.put("DeletePlacementGroup", new String[] {"GroupName", "theirs"});
    names.put("DescribePlacementGroups", new String[] {"GroupName.1", "theirs"});
    names.put("DescribeInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("StartInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("StopInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("TerminateInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("RebootInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("DescribeInstanceStatus", new String[] {"InstanceId.1", theirs.id()});
    names.put("DescribeInstanceAttribute", attribute(theirs));
    names.put("ModifyInstanceAttribute", attribute(theirs, "Value", "aki-1"));
    names.put(
        "ModifyInstanceMaintenanceOptions",
        new String[] {"InstanceId", theirs.id(), "AutoRecovery", "disabled"});
    names.put("ResetInstanceAttribute", attribute(theirs));
    names.put("MonitorInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("UnmonitorInstances", new String[] {"InstanceId.1", theirs.id()});
    names.put("GetPasswordData", new String[] {"InstanceId", theirs.id()});
    names.put("DescribeInstanceCreditSpecifications", new String[] {"InstanceId.1", theirs.id()});
    names.put("SendDiagnosticInterrupt", new String[] {"InstanceId", theirs.id()});
    names.put("GetConsoleScreenshot", new String[] {"InstanceId", theirs.id()});
    names.put("GetConsoleOutput", new String[] {"InstanceId", theirs.id()});
    names.put("CreateTags", new String[] {"ResourceId.1", theirs.id(), "Tag.1.Key", "a"});
    names.put("DeleteTags", new String[] {"ResourceId.1", theirs.id()});
    names.put("RunInstances", launchWithKey("theirs"));
    names.put("DescribeKeyPairs", new String[] {"KeyName.1", "theirs"});
    names.put("DescribeImages", new String[] {"ImageId.1", privateImage()});
    return names;
  }

  private static String[] attribute(Machine theirs, String... more) {
    return Stream.concat(
            Stream.of("InstanceId", theirs.id(), "Attribute", "kernel"), Stream.of(more))
        .toArray(String[]::new);
  }

  private static Map<String, String[]> launchTemplates() {
    String id =
        OWNER
            .query()
            .ec2(
                "CreateLaunchTemplate",
                "LaunchTemplateName",
                "theirs",
                "LaunchTemplateData.InstanceType",
                "m1.small")
            .orThrow()
            .xml()
            .first("launchTemplateId");
    String[] one = {"LaunchTemplateId", id};
    return Map.of(
        "DescribeLaunchTemplates", new String[] {"LaunchTemplateId.1", id},
        "DescribeLaunchTemplateVersions", one,
        "CreateLaunchTemplateVersion",
            new String[] {"LaunchTemplateId", id, "LaunchTemplateData.KeyName", "mine"},
        "ModifyLaunchTemplate", new String[] {"LaunchTemplateId", id, "SetDefaultVersion", "1"},
        "DeleteLaunchTemplate", one);
  }

  private static void assertRefused(String action, String... parameters) {
    HttpAnswer answer = STRANGER.query().ec2(action, parameters);
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo(WALK.get(action));
    assertThat(answer.status()).isEqualTo(400);
  }

  private static String[] launchWithKey(String key) {
    return new String[] {
      "ImageId", STRANGER.imageId(), "MinCount", "1", "MaxCount", "1", "KeyName", key
    };
  }

  /** Imported by the administrator for nobody else. */
  private static String privateImage() {
    return PrivateImages.of(CLOUD).add("tenancy");
  }

  @Test
  void aPrivateImageCannotBeLaunchedByStrangers() {
    HttpAnswer answer =
        STRANGER
            .query()
            .ec2("RunInstances", "ImageId", privateImage(), "MinCount", "1", "MaxCount", "1");
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo("InvalidAMIID.NotFound");
  }

  @Test
  void listsAndFiltersShowOwnThingsOnly() {
    OWNER.query().ec2("CreateKeyPair", "KeyName", "listed").orThrow();
    String id = OWNER.machines().launch();
    assertThat(STRANGER.machines().all()).extracting(Machine::id).doesNotContain(id);
    List<Supplier<HttpAnswer>> looks =
        List.of(
            () ->
                STRANGER
                    .query()
                    .ec2(
                        "DescribeInstances",
                        "Filter.1.Name",
                        "owner-id",
                        "Filter.1.Value.1",
                        OWNER.accountId()),
            () -> STRANGER.query().ec2("DescribeInstances", "MaxResults", "1000"),
            () -> STRANGER.query().ec2("DescribeKeyPairs"),
            () -> STRANGER.query().ec2("DescribeImages"));
    for (Supplier<HttpAnswer> look : looks) {
      assertThat(look.get().orThrow().body())
          .doesNotContain(id)
          .doesNotContain(OWNER.accountId())
          .doesNotContain("listed");
    }
  }

  @Test
  void oneKeyNameInTwoAccountsIsTwoKeyPairs() {
    String theirs = fingerprint(OWNER.query().ec2("CreateKeyPair", "KeyName", "same"));
    String own = fingerprint(STRANGER.query().ec2("CreateKeyPair", "KeyName", "same"));
    assertThat(own).isNotEqualTo(theirs);
    STRANGER.query().ec2("DeleteKeyPair", "KeyName", "same").orThrow();
    assertThat(fingerprint(OWNER.query().ec2("DescribeKeyPairs", "KeyName.1", "same")))
        .isEqualTo(theirs);
  }

  private static String fingerprint(HttpAnswer answer) {
    return answer.orThrow().xml().first("keyFingerprint");
  }

  @Test
  void oneClientTokenInTwoAccountsIsTwoLaunches() {
    String theirs = OWNER.machines().launch("ClientToken", "the-same-token");
    String own = STRANGER.machines().launch("ClientToken", "the-same-token");
    assertThat(own).isNotEqualTo(theirs);
  }

  @Test
  void aPageOfTheOwnersListCannotBeTurnedByStrangers() {
    OWNER.machines().launch(6);
    String token =
        OWNER
            .query()
            .ec2("DescribeInstances", "MaxResults", "5")
            .orThrow()
            .xml()
            .first("nextToken");
    assertThat(token).isNotEmpty();
    HttpAnswer answer =
        STRANGER.query().ec2("DescribeInstances", "MaxResults", "5", "NextToken", token);
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.errorCode()).isEqualTo("InvalidPaginationToken");
  }

  @Test
  void usersAreNoAdministrators() {
    AdminApi asUser = new AdminApi(CLOUD.endpoint(), STRANGER.keys());
    String body = "{\"name\":\"it-nobody\"}";
    List<HttpAnswer> answers =
        List.of(
            asUser.call("GET", "/accounts", ""),
            asUser.call("POST", "/accounts", body),
            asUser.call("GET", "/hosts", ""),
            asUser.call("DELETE", "/hosts/h-1", ""),
            asUser.call("POST", "/hosts/h-1/drain", "{}"),
            asUser.call("GET", "/hosts/h-1/drain", ""),
            asUser.call("POST", "/hosts/h-1/return", ""),
            asUser.call("GET", "/images", ""),
            asUser.call("GET", "/placements/refusals", ""),
            asUser.call("POST", "/enrolment-tokens", "{\"hostName\":\"it-nobody\"}"),
            asUser.call("GET", "/instances/i-00000000000000000/placement", ""));
    assertThat(answers).allMatch(answer -> answer.status() == 403);
    assertThat(answers).allMatch(answer -> answer.errorCode().equals("UnauthorizedOperation"));
  }
}

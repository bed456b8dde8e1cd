package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapPlacementGroups;
import cloud.jarrah.it.wire.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;
import software.amazon.awssdk.services.ec2.model.PlacementStrategy;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Placement groups by every client, and of strangers. */
class PlacementGroupsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "groups");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "groups2");
  @RegisterExtension static final Tenant SCRIPTED = Tenant.of(CLOUD, "groups3");

  @Test
  void awsCliLaunchesIntoASpreadGroup() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    createTagged(aws);
    String id =
        aws.print(
            "ec2",
            "run-instances",
            "--image-id",
            TENANT.imageId(),
            "--instance-type",
            "m1.small",
            "--placement",
            "GroupName=cli",
            "--query",
            "Instances[].InstanceId");
    assertThat(
            aws.words(
                "ec2",
                "describe-instances",
                "--filters",
                "Name=placement-group-name,Values=cli",
                "--query",
                "Reservations[].Instances[].[InstanceId,Placement.GroupName]"))
        .containsExactly(id, "cli");
    assertThat(
            aws.words(
                "ec2",
                "describe-placement-groups",
                "--filters",
                "Name=tag:team,Values=cli",
                "--query",
                "PlacementGroups[].[Strategy,State,SpreadLevel,Tags[0].Value]"))
        .containsExactly("spread", "available", "host", "cli");
    ChildProcess.Ended inUse = aws.run("ec2", "delete-placement-group", "--group-name", "cli");
    assertThat(inUse.succeeded()).isFalse();
    assertThat(inUse.toString()).contains("InvalidPlacementGroup.InUse");
    aws.print("ec2", "terminate-instances", "--instance-ids", id);
  }

  private static void createTagged(AwsCli aws) {
    aws.print(
        "ec2",
        "create-placement-group",
        "--group-name",
        "cli",
        "--strategy",
        "spread",
        "--tag-specifications",
        "ResourceType=placement-group,Tags=[{Key=team,Value=cli}]");
  }

  @Test
  void boto3LaunchesIntoPartitions() {
    ChildProcess.Ended story =
        Python.with("boto3").run("boto3_placement_groups.py", SCRIPTED.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
  }

  @Test
  void theSdkForJavaMakesShowsAndDeletesGroups() {
    try (Ec2Client ec2 = Ec2Clients.of(TENANT)) {
      PlacementGroup made = taggedAndUntagged(ec2);
      assertThat(ec2.describePlacementGroups(r -> r.groupIds(made.groupId())).placementGroups())
          .extracting(PlacementGroup::groupName, PlacementGroup::groupArn)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "sdk",
                  "arn:aws:ec2:"
                      + CLOUD.setting("REGION")
                      + ":"
                      + TENANT.accountId()
                      + ":placement-group/sdk"));
      Placement placement =
          ec2.runInstances(
                  r ->
                      r.imageId(TENANT.imageId())
                          .instanceType("m1.small")
                          .minCount(1)
                          .maxCount(1)
                          .placement(p -> p.groupId(made.groupId())))
              .instances()
              .get(0)
              .placement();
      assertThat(placement.groupName()).isEqualTo("sdk");
      assertThat(placement.groupId()).isEqualTo(made.groupId());
      Ec2Exception refusal =
          catchThrowableOfType(
              Ec2Exception.class, () -> ec2.createPlacementGroup(r -> r.groupName("sdk")));
      assertThat(refusal.awsErrorDetails().errorCode())
          .isEqualTo("InvalidPlacementGroup.Duplicate");
    }
  }

  private static PlacementGroup taggedAndUntagged(Ec2Client ec2) {
    PlacementGroup made =
        ec2.createPlacementGroup(
                r ->
                    r.groupName("sdk")
                        .strategy(PlacementStrategy.CLUSTER)
                        .tagSpecifications(
                            TagSpecification.builder()
                                .resourceType(ResourceType.PLACEMENT_GROUP)
                                .tags(team("sdk"))
                                .build()))
            .placementGroup();
    assertThat(made.tags()).extracting(Tag::value).containsExactly("sdk");
    ec2.deleteTags(r -> r.resources(made.groupId()).tags(team("sdk")));
    Filter tagged = Filter.builder().name("tag-key").values("team").build();
    assertThat(ec2.describePlacementGroups(r -> r.filters(tagged)).placementGroups())
        .extracting(PlacementGroup::groupName)
        .doesNotContain("sdk");
    return made;
  }

  private static Tag team(String value) {
    return Tag.builder().key("team").value(value).build();
  }

  @Test
  void theAsynchronousSdkForJavaMakesShowsAndDeletesGroups() {
    try (Ec2AsyncClient ec2 = Ec2Clients.asynchronousOf(TENANT)) {
      assertThat(
              ec2.createPlacementGroup(
                      r ->
                          r.groupName("async")
                              .strategy(PlacementStrategy.PARTITION)
                              .partitionCount(3))
                  .thenCompose(
                      made ->
                          ec2.createTags(
                              r ->
                                  r.resources(made.placementGroup().groupId()).tags(team("async"))))
                  .thenCompose(done -> ec2.describePlacementGroups(r -> r.groupNames("async")))
                  .join()
                  .placementGroups())
          .extracting(PlacementGroup::partitionCount, g -> g.tags().get(0).value())
          .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "async"));
      ec2.deletePlacementGroup(r -> r.groupName("async")).join();
    }
  }

  @Test
  void soapStubsMakeShowAndDeleteGroups() {
    SoapPlacementGroups soap = SoapPlacementGroups.of(TENANT.environment());
    assertThat(soap.create("soap", "cluster")).isTrue();
    assertThat(soap.strategy("soap")).isEqualTo("cluster");
    assertThat(soap.launch(TENANT.imageId(), "soap")).isEqualTo("soap");
    assertThat(soap.createTagged("soap2", "spread", "team", "soap")).containsExactly("team=soap");
    assertThat(soap.tags("soap2")).containsExactly("team=soap");
    assertThat(soap.delete("soap2")).isTrue();
  }

  @Test
  void strangersAreToldThatTheGroupIsUnknown() {
    String id =
        TENANT
            .query()
            .ec2("CreatePlacementGroup", "GroupName", "private", "Strategy", "spread")
            .orThrow()
            .xml()
            .first("groupId");
    String unknown = "InvalidPlacementGroup.Unknown";
    assertThat(ask("DeletePlacementGroup", "GroupName", "private").errorCode()).isEqualTo(unknown);
    assertThat(ask("DescribePlacementGroups", "GroupName.1", "private").errorCode())
        .isEqualTo(unknown);
    assertThat(ask("DescribePlacementGroups", "GroupId.1", id).errorCode()).isEqualTo(unknown);
    assertThat(ask("CreateTags", "ResourceId.1", id, "Tag.1.Key", "k").errorCode())
        .isEqualTo(unknown);
    assertThat(ask("DeleteTags", "ResourceId.1", id).errorCode()).isEqualTo(unknown);
    assertThat(launch("Placement.GroupName", "private").errorCode()).isEqualTo(unknown);
    assertThat(launch("Placement.GroupId", id).errorCode()).isEqualTo(unknown);
    assertThat(ask("DescribePlacementGroups").orThrow().body()).doesNotContain("private", id);
  }

  @Test
  void administratorsReadWhyThereWasNoPlace() {
    TENANT.query().ec2("CreatePlacementGroup", "GroupName", "wide", "Strategy", "spread").orThrow();
    HttpAnswer answer =
        TENANT
            .query()
            .ec2(
                "RunInstances",
                "ImageId",
                TENANT.imageId(),
                "MinCount",
                "50",
                "MaxCount",
                "50",
                "Placement.GroupName",
                "wide");
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo("InsufficientInstanceCapacity");
    assertThat(answer.body()).contains("in use by the spread group");
    assertThat(AdminApi.of(CLOUD).call("GET", "/placements/refusals", "").orThrow().body())
        .contains("ec2:RunInstances", "in use by the spread group 'wide'", TENANT.accountId());
  }

  private static HttpAnswer ask(String action, String... parameters) {
    return STRANGER.query().ec2(action, parameters);
  }

  private static HttpAnswer launch(String name, String value) {
    return ask(
        "RunInstances",
        "ImageId",
        STRANGER.imageId(),
        "MinCount",
        "1",
        "MaxCount",
        "1",
        name,
        value);
  }
}

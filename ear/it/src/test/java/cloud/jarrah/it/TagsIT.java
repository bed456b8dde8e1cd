package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapTags;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags by every client, of strangers, and of things that end. */
class TagsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "tags");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "tags2");
  @RegisterExtension static final Tenant SCRIPTED = Tenant.of(CLOUD, "tags3");

  @Test
  void awsCliTagsFindsAndUntagsAMachine() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    String id =
        aws.print(
            "ec2",
            "run-instances",
            "--image-id",
            TENANT.imageId(),
            "--instance-type",
            "m1.small",
            "--tag-specifications",
            "ResourceType=instance,Tags=[{Key=Name,Value=cli},{Key=stage,Value=test}]",
            "ResourceType=network-interface,Tags=[{Key=use,Value=lan}]",
            "--query",
            "Instances[].InstanceId");
    aws.print("ec2", "create-tags", "--resources", id, "--tags", "Key=Name,Value=cli*", "Key=more");
    assertThat(
            aws.words(
                "ec2",
                "describe-instances",
                "--filters",
                "[{\"Name\":\"tag:Name\",\"Values\":[\"cli\\\\*\"]},"
                    + "{\"Name\":\"tag-key\",\"Values\":[\"more\"]}]",
                "--query",
                "Reservations[].Instances[].InstanceId"))
        .containsExactly(id);
    aws.print(
        "ec2", "delete-tags", "--resources", id, "--tags", "Key=stage,Value=other", "Key=more");
    assertThat(
            aws.words(
                "ec2",
                "describe-tags",
                "--filters",
                "Name=resource-type,Values=instance",
                "--query",
                "Tags[].[ResourceId,Key,Value]"))
        .containsExactly(id, "Name", "cli*", id, "stage", "test");
    assertThat(aws.words("ec2", "describe-tags", "--filters", "Name=key,Values=use"))
        .contains("network-interface", "lan");
  }

  @Test
  void boto3TagsKeyPairsAndImages() {
    ChildProcess.Ended story = Python.with("boto3").run("boto3_tags.py", SCRIPTED.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
  }

  @Test
  void theSdkForJavaTagsAndUntags() {
    try (Ec2Client ec2 = Ec2Clients.of(TENANT)) {
      String id =
          ec2.createKeyPair(
                  r ->
                      r.keyName("sdk")
                          .tagSpecifications(
                              TagSpecification.builder()
                                  .resourceType(ResourceType.KEY_PAIR)
                                  .tags(tag("Name", "sdk"), tag("other", "x"))
                                  .build()))
              .keyPairId();
      ec2.createTags(r -> r.resources(id).tags(tag("Name", "changed")));
      ec2.deleteTags(r -> r.resources(id).tags(Tag.builder().key("other").build()));
      assertThat(ec2.describeKeyPairs(r -> r.filters(filter("tag:Name", "chang?d"))).keyPairs())
          .singleElement()
          .extracting(KeyPairInfo::tags)
          .isEqualTo(List.of(tag("Name", "changed")));
      Ec2Exception refusal =
          catchThrowableOfType(
              Ec2Exception.class,
              () -> ec2.createTags(r -> r.resources(id).tags(tag("aws:own", "x"))));
      assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
      ec2.deleteKeyPair(r -> r.keyPairId(id));
    }
  }

  @Test
  void theAsynchronousSdkForJavaTagsAndUntags() {
    try (Ec2AsyncClient ec2 = Ec2Clients.asynchronousOf(TENANT)) {
      List<TagDescription> seen =
          ec2.createKeyPair(r -> r.keyName("async"))
              .thenCompose(
                  made ->
                      ec2.createTags(r -> r.resources(made.keyPairId()).tags(tag("by", "async"))))
              .thenCompose(done -> ec2.describeTags(r -> r.filters(filter("tag:by", "async"))))
              .join()
              .tags();
      assertThat(seen).hasSize(1);
      String id = seen.get(0).resourceId();
      ec2.deleteTags(r -> r.resources(id)).join();
      assertThat(ec2.describeTags(r -> r.filters(filter("resource-id", id))).join().tags())
          .isEmpty();
      ec2.deleteKeyPair(r -> r.keyPairId(id)).join();
    }
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void soapStubsTagAndUntag() {
    SoapTags soap = SoapTags.of(TENANT.environment());
    String id = soap.taggedKeyPair("soap", "Name", "soap");
    soap.create(id, "more", "");
    assertThat(soap.of(id)).containsExactly("Name=soap", "more=");
    soap.delete(id, "more", null);
    soap.delete(id, "Name", "other");
    assertThat(soap.of(id)).containsExactly("Name=soap");
  }

  @Test
  void strangersNeitherSeeNorChangeTags() {
    String id = keyPair("private");
    create(TENANT, id, "secret-name").orThrow();
    assertThat(create(STRANGER, id, "theirs").errorCode()).isEqualTo("InvalidKeyPair.NotFound");
    assertThat(STRANGER.query().ec2("DeleteTags", "ResourceId.1", id).errorCode())
        .isEqualTo("InvalidKeyPair.NotFound");
    create(TENANT, TENANT.imageId(), "owners-own").orThrow();
    create(STRANGER, STRANGER.imageId(), "strangers-own").orThrow();
    assertThat(STRANGER.query().ec2("DescribeTags").orThrow().body())
        .contains("strangers-own")
        .doesNotContain("secret-name", "owners-own", id);
    assertThat(STRANGER.query().ec2("DescribeImages").orThrow().body())
        .contains("strangers-own")
        .doesNotContain("owners-own");
    assertThat(keys(TENANT, id)).containsExactly("secret-name");
  }

  @Test
  void aDryRunTagsNothing() {
    String id = keyPair("dry");
    HttpAnswer answer =
        TENANT.query().ec2("CreateTags", "ResourceId.1", id, "Tag.1.Key", "k", "DryRun", "true");
    assertThat(answer.errorCode()).isEqualTo("DryRunOperation");
    assertThat(keys(TENANT, id)).isEmpty();
  }

  @Test
  void tagsOfWhatEndsAreGone() {
    String id = keyPair("ending");
    create(TENANT, id, "k").orThrow();
    TENANT.query().ec2("DeleteKeyPair", "KeyPairId", id).orThrow();
    assertThat(keys(TENANT, id)).isEmpty();
    Machine machine = TENANT.machines().running();
    String nic =
        TENANT
            .query()
            .ec2("DescribeInstances", "InstanceId.1", machine.id())
            .orThrow()
            .xml()
            .first("networkInterfaceId");
    create(TENANT, nic, "k").orThrow();
    TENANT.machines().tell("TerminateInstances", machine.id());
    TENANT.machines().await(machine.id(), "terminated");
    Waiting.until(
        "the interface's tags are gone", Machines.LIMIT, () -> keys(TENANT, nic), List::isEmpty);
  }

  private static String keyPair(String name) {
    return TENANT
        .query()
        .ec2("CreateKeyPair", "KeyName", name, "KeyType", "ed25519")
        .orThrow()
        .xml()
        .first("keyPairId");
  }

  private static HttpAnswer create(Tenant tenant, String id, String key) {
    return tenant.query().ec2("CreateTags", "ResourceId.1", id, "Tag.1.Key", key);
  }

  private static List<String> keys(Tenant tenant, String id) {
    return tenant
        .query()
        .ec2("DescribeTags", "Filter.1.Name", "resource-id", "Filter.1.Value.1", id)
        .orThrow()
        .xml()
        .all("key");
  }
}

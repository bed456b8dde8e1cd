package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.client.ec2.RunInstancesType;
import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapClient;
import cloud.jarrah.it.tools.SoapTemplates;
import cloud.jarrah.it.wire.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** Launch templates by every client, and of strangers. */
class LaunchTemplatesIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "templates");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "templates2");

  @Test
  void awsCliMakesVersionsLaunchesAndDeletes() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    String id = create(aws);
    String[] by = {"--launch-template-id", id};
    assertThat(
            ec2(
                aws,
                "create-launch-template-version",
                by,
                "--source-version",
                "$Latest",
                "--launch-template-data",
                "{\"InstanceType\":\"m1.small\"}",
                "--query",
                "LaunchTemplateVersion.LaunchTemplateData.[ImageId,InstanceType]"))
        .isEqualTo(TENANT.imageId() + "\tm1.small");
    ec2(aws, "modify-launch-template", by, "--default-version", "2");
    assertThat(
            aws.print(
                "ec2",
                "run-instances",
                "--launch-template",
                "LaunchTemplateName=cli",
                "--query",
                "Instances[].InstanceType"))
        .isEqualTo("m1.small");
    assertThat(
            ec2(
                aws,
                "describe-launch-template-versions",
                by,
                "--query",
                "LaunchTemplateVersions[].VersionNumber"))
        .isEqualTo("2\t1");
    ec2(aws, "delete-launch-template-versions", by, "--versions", "1");
    ec2(aws, "delete-launch-template", by);
    assertThat(aws.print("ec2", "describe-launch-templates", "--query", "LaunchTemplates[]"))
        .doesNotContain(id);
  }

  private static String create(AwsCli aws) {
    return aws.print(
        "ec2",
        "create-launch-template",
        "--launch-template-name",
        "cli",
        "--launch-template-data",
        "{\"ImageId\":\"" + TENANT.imageId() + "\",\"InstanceType\":\"c1.medium\"}",
        "--query",
        "LaunchTemplate.LaunchTemplateId");
  }

  private static String ec2(AwsCli aws, String command, String[] by, String... more) {
    String[] words = new String[2 + by.length + more.length];
    words[0] = "ec2";
    words[1] = command;
    System.arraycopy(by, 0, words, 2, by.length);
    System.arraycopy(more, 0, words, 2 + by.length, more.length);
    return aws.print(words);
  }

  @Test
  void everyActionWorksByBoto3() {
    ChildProcess.Ended story =
        Python.with("boto3").run("boto3_launch_templates.py", TENANT.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
  }

  @Test
  void everyActionWorksByTheSdkForJava() {
    try (Ec2Client ec2 = Ec2Clients.of(TENANT)) {
      String id =
          ec2.createLaunchTemplate(
                  r ->
                      r.launchTemplateName("sdk")
                          .launchTemplateData(
                              d -> d.imageId(TENANT.imageId()).instanceType("m1.small")))
              .launchTemplate()
              .launchTemplateId();
      ec2.createLaunchTemplateVersion(
          r ->
              r.launchTemplateId(id)
                  .launchTemplateData(d -> d.placement(p -> p.availabilityZone(CLOUD.zone()))));
      assertThat(
              ec2.describeLaunchTemplateVersionsPaginator(r -> r.launchTemplateId(id).maxResults(1))
                  .launchTemplateVersions())
          .extracting(LaunchTemplateVersion::versionNumber)
          .containsExactly(2L, 1L);
      ec2.runInstances(r -> r.minCount(1).maxCount(1).launchTemplate(t -> t.launchTemplateId(id)));
      ec2.modifyLaunchTemplate(r -> r.launchTemplateId(id).defaultVersion("2"));
      assertThat(ec2.describeLaunchTemplates(r -> r.launchTemplateNames("sdk")).launchTemplates())
          .singleElement()
          .satisfies(template -> assertThat(template.defaultVersionNumber()).isEqualTo(2));
      assertThat(
              ec2.deleteLaunchTemplateVersions(r -> r.launchTemplateId(id).versions("1"))
                  .successfullyDeletedLaunchTemplateVersions())
          .hasSize(1);
      ec2.deleteLaunchTemplate(r -> r.launchTemplateName("sdk"));
      Ec2Exception refusal =
          catchThrowableOfType(
              Ec2Exception.class, () -> ec2.deleteLaunchTemplate(r -> r.launchTemplateName("sdk")));
      assertThat(refusal.awsErrorDetails().errorCode())
          .isEqualTo("InvalidLaunchTemplateName.NotFoundException");
    }
  }

  @Test
  void everyActionWorksByTheAsynchronousSdkForJava() {
    try (Ec2AsyncClient ec2 = Ec2Clients.asynchronousOf(TENANT)) {
      String name = "async";
      ec2.createLaunchTemplate(
              r ->
                  r.launchTemplateName(name)
                      .launchTemplateData(
                          d -> d.imageId(TENANT.imageId()).instanceType("m1.small")))
          .join();
      ec2.createLaunchTemplateVersion(
              r ->
                  r.launchTemplateName(name)
                      .sourceVersion("1")
                      .launchTemplateData(d -> d.instanceType("c1.medium")))
          .join();
      ec2.modifyLaunchTemplate(r -> r.launchTemplateName(name).defaultVersion("$Latest")).join();
      assertThat(ec2.describeLaunchTemplates(r -> r.maxResults(200)).join().launchTemplates())
          .anyMatch(template -> template.launchTemplateName().equals(name));
      assertThat(
              ec2.describeLaunchTemplateVersions(
                      r -> r.launchTemplateName(name).versions("$Default"))
                  .join()
                  .launchTemplateVersions())
          .singleElement()
          .satisfies(v -> assertThat(v.launchTemplateData().imageId()).isEqualTo(TENANT.imageId()));
      ec2.deleteLaunchTemplateVersions(r -> r.launchTemplateName(name).versions("1")).join();
      ec2.deleteLaunchTemplate(r -> r.launchTemplateName(name)).join();
    }
  }

  @Test
  void everyActionWorksBySoap() {
    SoapTemplates soap = new SoapTemplates(SoapClient.of(TENANT.environment()).port());
    String id = soap.create("soap", TENANT.imageId(), "m1.small");
    assertThat(soap.addVersion(id, "c1.medium")).isEqualTo(2);
    assertThat(soap.templates(id)).containsExactly("soap");
    assertThat(soap.versions(id)).containsExactly(2L, 1L);
    RunInstancesType launch = soap.launch(id, "1");
    assertThat(soap.port().runInstances(launch).getInstancesSet().getItem().get(0).getImageId())
        .isEqualTo(TENANT.imageId());
    assertThat(soap.chooseDefault(id, "2")).isEqualTo(2);
    assertThat(soap.deleteVersion(id, "1")).isEqualTo(1);
    assertThat(soap.delete(id)).isEqualTo("soap");
  }

  @Test
  void aStrangerDeletesNoVersionsAndLearnsNothing() {
    String id =
        TENANT
            .query()
            .ec2(
                "CreateLaunchTemplate",
                "LaunchTemplateName",
                "private-name",
                "LaunchTemplateData.InstanceType",
                "m1.small")
            .orThrow()
            .xml()
            .first("launchTemplateId");
    HttpAnswer answer =
        STRANGER
            .query()
            .ec2(
                "DeleteLaunchTemplateVersions",
                "LaunchTemplateId",
                id,
                "LaunchTemplateVersion.1",
                "1");
    assertThat(answer.orThrow().xml().all("code")).containsExactly("launchTemplateIdDoesNotExist");
    assertThat(answer.body()).doesNotContain("private-name").doesNotContain(TENANT.accountId());
    HttpAnswer launch =
        STRANGER
            .query()
            .ec2(
                "RunInstances",
                "MinCount",
                "1",
                "MaxCount",
                "1",
                "LaunchTemplate.LaunchTemplateId",
                id);
    assertThat(launch.errorCode()).isEqualTo("InvalidLaunchTemplateId.NotFound");
    assertThat(STRANGER.query().ec2("DescribeLaunchTemplates").orThrow().body()).doesNotContain(id);
  }
}

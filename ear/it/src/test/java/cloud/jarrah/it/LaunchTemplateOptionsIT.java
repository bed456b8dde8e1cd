package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapClient;
import cloud.jarrah.it.tools.SoapTemplates;
import cloud.jarrah.it.wire.HttpAnswer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Placement groups, protection and other options by launch template: every client, strangers. */
class LaunchTemplateOptionsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "options");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "options2");
  @RegisterExtension static final Tenant SCRIPTED = Tenant.of(CLOUD, "options3");

  /** Makes a group with two partitions; its id. */
  private static String group(String name) {
    return TENANT
        .query()
        .ec2(
            "CreatePlacementGroup",
            "GroupName",
            name,
            "Strategy",
            "partition",
            "PartitionCount",
            "2")
        .orThrow()
        .xml()
        .first("groupId");
  }

  /** The instance is where and as the templates here say; opens it, so that it can end. */
  private static void assertObeyed(String id, String group) {
    try {
      assertThat(TENANT.query().ec2("TerminateInstances", "InstanceId.1", id).errorCode())
          .isEqualTo("OperationNotPermitted");
      HttpAnswer found =
          TENANT
              .query()
              .ec2(
                  "DescribeInstances",
                  "Filter.1.Name",
                  "placement-group-name",
                  "Filter.1.Value.1",
                  group,
                  "Filter.2.Name",
                  "placement-partition-number",
                  "Filter.2.Value.1",
                  "2",
                  "Filter.3.Name",
                  "monitoring-state",
                  "Filter.3.Value.1",
                  "enabled",
                  "Filter.4.Name",
                  "maintenance-options.auto-recovery",
                  "Filter.4.Value.1",
                  "disabled");
      assertThat(found.orThrow().xml().all("instanceId")).contains(id);
    } finally {
      unprotect(id, "DisableApiTermination.Value");
      unprotect(id, "DisableApiStop.Value");
    }
  }

  private static void unprotect(String id, String what) {
    TENANT.query().ec2("ModifyInstanceAttribute", "InstanceId", id, what, "false").orThrow();
  }

  @Test
  void awsCliLaunchesWhatTheTemplateSays() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    group("cli");
    aws.print(
        "ec2",
        "create-launch-template",
        "--launch-template-name",
        "cli",
        "--launch-template-data",
        """
        {"ImageId": "%s", "InstanceType": "m1.small", "Monitoring": {"Enabled": true},
        "Placement": {"GroupName": "cli", "PartitionNumber": 2},
        "DisableApiTermination": true, "DisableApiStop": true,
        "MaintenanceOptions": {"AutoRecovery": "disabled"}}
        """
            .formatted(TENANT.imageId()));
    assertThat(
            aws.words(
                "ec2",
                "describe-launch-template-versions",
                "--launch-template-name",
                "cli",
                "--query",
                "LaunchTemplateVersions[].LaunchTemplateData.[Placement.GroupName,"
                    + "Placement.PartitionNumber,Monitoring.Enabled,DisableApiTermination,"
                    + "DisableApiStop,MaintenanceOptions.AutoRecovery]"))
        .containsExactly("cli", "2", "True", "True", "True", "disabled");
    String id =
        aws.print(
            "ec2",
            "run-instances",
            "--launch-template",
            "LaunchTemplateName=cli",
            "--query",
            "Instances[].InstanceId");
    assertObeyed(id, "cli");
  }

  @Test
  void boto3LaunchesWhatTheTemplateSays() {
    ChildProcess.Ended story =
        Python.with("boto3").run("boto3_launch_template_options.py", SCRIPTED.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
  }

  private static Consumer<RequestLaunchTemplateData.Builder> data(String groupId) {
    return data ->
        data.imageId(TENANT.imageId())
            .instanceType("m1.small")
            .placement(p -> p.groupId(groupId).partitionNumber(2))
            .monitoring(m -> m.enabled(true))
            .disableApiTermination(true)
            .disableApiStop(true)
            .maintenanceOptions(m -> m.autoRecovery("disabled"));
  }

  private static void assertShown(ResponseLaunchTemplateData shown, String groupId) {
    assertThat(shown.placement().groupId()).isEqualTo(groupId);
    assertThat(shown.placement().partitionNumber()).isEqualTo(2);
    assertThat(shown.monitoring().enabled()).isTrue();
    assertThat(shown.disableApiTermination()).isTrue();
    assertThat(shown.disableApiStop()).isTrue();
    assertThat(shown.maintenanceOptions().autoRecoveryAsString()).isEqualTo("disabled");
  }

  @Test
  void theSdkForJavaLaunchesWhatTheTemplateSays() {
    try (Ec2Client ec2 = Ec2Clients.of(TENANT)) {
      String groupId = group("sdk");
      ec2.createLaunchTemplate(r -> r.launchTemplateName("sdk").launchTemplateData(data(groupId)));
      assertShown(
          ec2.describeLaunchTemplateVersions(r -> r.launchTemplateName("sdk"))
              .launchTemplateVersions()
              .get(0)
              .launchTemplateData(),
          groupId);
      String id =
          ec2.runInstances(
                  r -> r.minCount(1).maxCount(1).launchTemplate(t -> t.launchTemplateName("sdk")))
              .instances()
              .get(0)
              .instanceId();
      assertObeyed(id, "sdk");
    }
  }

  @Test
  void theAsynchronousSdkForJavaLaunchesWhatTheTemplateSays() {
    try (Ec2AsyncClient ec2 = Ec2Clients.asynchronousOf(TENANT)) {
      String groupId = group("async");
      String id =
          ec2.createLaunchTemplate(
                  r -> r.launchTemplateName("async").launchTemplateData(data(groupId)))
              .thenCompose(
                  made ->
                      ec2.runInstances(
                          r ->
                              r.minCount(1)
                                  .maxCount(1)
                                  .launchTemplate(t -> t.launchTemplateName("async"))))
              .join()
              .instances()
              .get(0)
              .instanceId();
      assertObeyed(id, "async");
    }
  }

  @Test
  void soapStubsLaunchWhatTheTemplateSays() {
    SoapTemplates soap = new SoapTemplates(SoapClient.of(TENANT.environment()).port());
    group("soap");
    String template = soap.create("soap", SoapTemplates.guarded(TENANT.imageId(), "soap", 2));
    assertThat(soap.placement(template)).isEqualTo("soap 2");
    String id =
        soap.port()
            .runInstances(soap.launch(template, "1"))
            .getInstancesSet()
            .getItem()
            .get(0)
            .getInstanceId();
    assertObeyed(id, "soap");
  }

  @Test
  void strangersTemplatesMayNameTheGroupButLaunchNothing() {
    String id = group("private");
    for (String[] named : new String[][] {{"GroupId", id}, {"GroupName", "private"}}) {
      STRANGER
          .query()
          .ec2(
              "CreateLaunchTemplate",
              "LaunchTemplateName",
              named[0],
              "LaunchTemplateData.ImageId",
              STRANGER.imageId(),
              "LaunchTemplateData.InstanceType",
              "m1.small",
              "LaunchTemplateData.Placement." + named[0],
              named[1])
          .orThrow();
      HttpAnswer launch =
          STRANGER
              .query()
              .ec2(
                  "RunInstances",
                  "MinCount",
                  "1",
                  "MaxCount",
                  "1",
                  "LaunchTemplate.LaunchTemplateName",
                  named[0]);
      assertThat(launch.errorCode()).as("%s", launch).isEqualTo("InvalidPlacementGroup.Unknown");
    }
  }
}

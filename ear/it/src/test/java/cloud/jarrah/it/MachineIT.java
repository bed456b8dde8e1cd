package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.client.ec2.DescribeInstanceStatusType;
import cloud.jarrah.client.ec2.InstanceIdType;
import cloud.jarrah.client.ec2.InstanceStatusItemType;
import cloud.jarrah.client.ec2.RebootInstancesType;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapClient;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Reboots and health, by every client. */
class MachineIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "machine");

  private final AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());

  /** How often the guest has come up, by what it writes to its console. */
  private static void awaitBoots(String id, int boots) {
    int seen =
        Waiting.until(
            id + " has booted " + boots + " times",
            Machines.LIMIT,
            () -> console(id).split("READY", -1).length - 1,
            count -> count >= boots);
    assertThat(seen).isEqualTo(boots);
  }

  private static String console(String id) {
    String output =
        TENANT.query().ec2("GetConsoleOutput", "InstanceId", id).orThrow().xml().first("output");
    return new String(Base64.getMimeDecoder().decode(output), StandardCharsets.UTF_8);
  }

  @Test
  void rebootedMachineRunsOnAndBootsOncePerReboot() {
    String id = TENANT.machines().running().id();
    awaitBoots(id, 1);
    aws.print("ec2", "reboot-instances", "--instance-ids", id);
    assertThat(TENANT.machines().see(id).state()).isEqualTo("running");
    awaitBoots(id, 2);
    soapReboot(id);
    awaitBoots(id, 3);
    try (Ec2Client sdk = sdk()) {
      sdk.rebootInstances(r -> r.instanceIds(id));
      awaitBoots(id, 4);
      assertThat(sdk.describeInstanceStatus(r -> r.instanceIds(id)).instanceStatuses())
          .singleElement()
          .satisfies(status -> assertThat(status.systemStatus().statusAsString()).isEqualTo("ok"));
    }
  }

  private static Ec2Client sdk() {
    Keys keys = TENANT.keys();
    return Ec2Client.builder()
        .endpointOverride(CLOUD.endpoint())
        .region(Region.of(CLOUD.setting("REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKeyId(), keys.secret())))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static InstanceIdType named(String id) {
    InstanceIdType item = new InstanceIdType();
    item.setInstanceId(id);
    return item;
  }

  private static void soapReboot(String id) {
    RebootInstancesType request = new RebootInstancesType();
    request.setInstancesSet(new RebootInstancesType.InstancesSet());
    request.getInstancesSet().getItem().add(named(id));
    assertThat(SoapClient.of(TENANT.environment()).port().rebootInstances(request).isReturn())
        .isTrue();
  }

  @Test
  void healthIsTold() {
    String id = TENANT.machines().running().id();
    String[] look = {
      "ec2",
      "describe-instance-status",
      "--instance-ids",
      id,
      "--query",
      "InstanceStatuses[0].[SystemStatus.Status,InstanceStatus.Details[0].Name]"
    };
    assertThat(aws.words(look)).containsExactly("ok", "reachability");
    DescribeInstanceStatusType request = new DescribeInstanceStatusType();
    request.setInstancesSet(new DescribeInstanceStatusType.InstancesSet());
    request.getInstancesSet().getItem().add(named(id));
    List<InstanceStatusItemType> statuses =
        SoapClient.of(TENANT.environment())
            .port()
            .describeInstanceStatus(request)
            .getInstanceStatusSet()
            .getItem();
    assertThat(statuses)
        .singleElement()
        .satisfies(status -> assertThat(status.getSystemStatus().getStatus()).isEqualTo("ok"));
  }

  @Test
  void storyByBoto3() {
    ChildProcess.Ended story = Python.with("boto3").run("machine_story.py", TENANT.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
    assertThat(story.out().strip()).endsWith("done");
  }

  @Test
  void wrongRequestsAreRefused() {
    String id = TENANT.machines().running().id();
    TENANT.machines().tell("StopInstances", id);
    TENANT.machines().await(id, "stopped");
    assertRefused("IncorrectInstanceState", "RebootInstances", "InstanceId.1", id);
    assertRefused("MissingParameter", "RebootInstances");
    assertRefused("InvalidInstanceID.Malformed", "RebootInstances", "InstanceId.1", "i-x");
    assertRefused(
        "InvalidParameterCombination",
        "DescribeInstanceStatus",
        "InstanceId.1",
        id,
        "MaxResults",
        "5");
    assertRefused("InvalidParameterValue", "DescribeInstanceStatus", "MaxResults", "1001");
    assertRefused("InvalidPaginationToken", "DescribeInstanceStatus", "NextToken", "x");
    assertRefused(
        "InvalidParameterValue",
        "DescribeInstanceStatus",
        "Filter.1.Name",
        "no-such",
        "Filter.1.Value.1",
        "x");
    assertRefused(
        "InvalidParameterValue",
        "RunInstances",
        "ImageId",
        TENANT.imageId(),
        "MinCount",
        "1",
        "MaxCount",
        "1",
        "InstanceInitiatedShutdownBehavior",
        "hibernate");
  }

  private static void assertRefused(String code, String action, String... parameters) {
    HttpAnswer answer = TENANT.query().ec2(action, parameters);
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo(code);
  }
}

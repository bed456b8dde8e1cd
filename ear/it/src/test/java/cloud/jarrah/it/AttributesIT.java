package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.client.ec2.AttributeBooleanValueType;
import cloud.jarrah.client.ec2.DescribeAccountAttributesType;
import cloud.jarrah.client.ec2.DescribeInstanceAttributeType;
import cloud.jarrah.client.ec2.DescribeInstanceTypesType;
import cloud.jarrah.client.ec2.EmptyElementType;
import cloud.jarrah.client.ec2.ModifyInstanceAttributeType;
import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapClient;
import cloud.jarrah.it.wire.HttpAnswer;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Instance types, attributes of instances and accounts, forms of ids: by every kind of client. */
class AttributesIT {
  private static final TestedCloud CLOUD = TestedCloud.current();
  private static final String TYPE = "it.own";

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "attributes");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "attributes2");

  private final AdminApi admin = AdminApi.of(CLOUD);

  @AfterEach
  void removeType() {
    admin.call("DELETE", "/instance-types/" + TYPE, "");
  }

  private static String arn() {
    return "arn:aws:iam::" + TENANT.accountId() + ":root";
  }

  @Test
  void boto3TellsTheWholeStory() {
    ChildProcess.Ended story =
        Python.with("boto3").run("attributes_story.py", TENANT.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
    assertThat(story.out().strip()).endsWith("done");
  }

  @Test
  void awsCliReadsAndChangesEverything() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    String id = TENANT.machines().running().id();
    assertThat(
            aws.words("ec2", "describe-instance-types", "--query", "InstanceTypes[].InstanceType"))
        .contains("m1.small");
    assertThat(aws.print("ec2", "describe-instance-type-offerings")).contains("m1.small");
    assertThat(aws.print("ec2", "describe-account-attributes")).contains("max-instances");
    assertThat(aws.print("ec2", "monitor-instances", "--instance-ids", id)).contains("enabled");
    assertThat(aws.print("ec2", "unmonitor-instances", "--instance-ids", id)).contains("disabled");
    assertThat(aws.print("ec2", "get-password-data", "--instance-id", id)).contains(id);
    assertThat(aws.run("ec2", "describe-instance-credit-specifications").succeeded()).isTrue();
  }

  @Test
  void awsCliProtectsAnInstance() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    String id = TENANT.machines().running().id();
    aws.print("ec2", "modify-instance-attribute", "--instance-id", id, "--disable-api-termination");
    assertThat(aws.run("ec2", "terminate-instances", "--instance-ids", id).err())
        .contains("OperationNotPermitted");
    aws.print(
        "ec2", "modify-instance-attribute", "--instance-id", id, "--no-disable-api-termination");
    assertThat(
            aws.print(
                "ec2",
                "describe-instance-attribute",
                "--instance-id",
                id,
                "--attribute",
                "disableApiTermination"))
        .containsIgnoringCase("false");
    assertThat(
            aws.run("ec2", "reset-instance-attribute", "--instance-id", id, "--attribute", "kernel")
                .err())
        .contains("IncorrectInstanceState");
  }

  @Test
  void awsCliChoosesWhetherAnInstanceRecovers() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    String id =
        aws.print(
            "ec2",
            "run-instances",
            "--image-id",
            TENANT.imageId(),
            "--instance-type",
            "m1.small",
            "--maintenance-options",
            "AutoRecovery=disabled",
            "--query",
            "Instances[].InstanceId");
    assertThat(recovery(aws, id)).isEqualTo("disabled");
    assertThat(
            aws.print(
                "ec2",
                "modify-instance-maintenance-options",
                "--instance-id",
                id,
                "--auto-recovery",
                "default",
                "--query",
                "AutoRecovery"))
        .isEqualTo("default");
    assertThat(recovery(aws, id)).isEqualTo("default");
  }

  private static String recovery(AwsCli aws, String id) {
    return aws.print(
        "ec2",
        "describe-instances",
        "--instance-ids",
        id,
        "--query",
        "Reservations[].Instances[].MaintenanceOptions.AutoRecovery");
  }

  @Test
  void awsCliAsksForTheFormOfIds() {
    AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    assertThat(aws.print("ec2", "describe-id-format")).contains("instance");
    assertThat(aws.print("ec2", "describe-identity-id-format", "--principal-arn", arn()))
        .contains("volume");
    assertThat(aws.print("ec2", "describe-aggregate-id-format")).containsIgnoringCase("true");
    assertThat(aws.print("ec2", "describe-principal-id-format")).contains(arn());
    aws.print("ec2", "modify-id-format", "--resource", "instance", "--use-long-ids");
    assertThat(
            aws.run("ec2", "modify-id-format", "--resource", "instance", "--no-use-long-ids").err())
        .contains("UnsupportedOperation");
    aws.print(
        "ec2",
        "modify-identity-id-format",
        "--principal-arn",
        arn(),
        "--resource",
        "instance",
        "--use-long-ids");
  }

  @Test
  void soapStubsReadAndChangeAttributes() {
    SoapClient soap = SoapClient.of(TENANT.environment());
    String id = TENANT.machines().running().id();
    ModifyInstanceAttributeType protect = new ModifyInstanceAttributeType();
    protect.setInstanceId(id);
    protect.setDisableApiTermination(new AttributeBooleanValueType());
    protect.getDisableApiTermination().setValue(true);
    assertThat(soap.port().modifyInstanceAttribute(protect).isReturn()).isTrue();
    SOAPFaultException fault =
        catchThrowableOfType(SOAPFaultException.class, () -> soap.terminate(id));
    assertThat(fault.getFault().getFaultCode()).endsWith("Client.OperationNotPermitted");
    protect.getDisableApiTermination().setValue(false);
    soap.port().modifyInstanceAttribute(protect);
    DescribeInstanceAttributeType asked = new DescribeInstanceAttributeType();
    asked.setInstanceId(id);
    asked.setInstanceType(new EmptyElementType());
    assertThat(soap.port().describeInstanceAttribute(asked).getInstanceType().getValue())
        .isEqualTo("m1.small");
    assertThat(
            soap.port()
                .describeAccountAttributes(new DescribeAccountAttributesType())
                .getAccountAttributeSet()
                .getItem())
        .hasSize(3);
    assertThat(
            soap.port()
                .describeInstanceTypes(new DescribeInstanceTypesType())
                .getInstanceTypeSet()
                .getItem())
        .isNotEmpty();
  }

  @Test
  void administratorsOfferTypesThatUsersLaunch() {
    assertThat(type("PUT", "{\"vcpus\":1,\"memoryMib\":128,\"diskGib\":3}").status())
        .isEqualTo(200);
    String id = launchedAs(TYPE);
    assertThat(
            type("PUT", "{\"vcpus\":2,\"memoryMib\":128,\"diskGib\":3,\"enabled\":false}").status())
        .isEqualTo(200);
    assertThat(TENANT.query().ec2("DescribeInstanceTypes", "InstanceType.1", TYPE).errorCode())
        .isEqualTo("InvalidInstanceType");
    assertThat(admin.call("GET", "/instance-types", "").orThrow().body()).contains(TYPE);
    assertThat(type("DELETE", "").status()).isEqualTo(200);
    assertThat(type("DELETE", "").status()).isEqualTo(404);
    assertThat(TENANT.machines().see(id).state()).isEqualTo("running");
    AdminApi asUser = new AdminApi(CLOUD.endpoint(), TENANT.keys());
    assertThat(
            List.of(
                asUser.call("GET", "/instance-types", ""),
                asUser.call("DELETE", "/instance-types/m1.small", "")))
        .allMatch(answer -> answer.status() == 403);
  }

  private static String launchedAs(String type) {
    String id =
        TENANT
            .query()
            .ec2(
                "RunInstances",
                "ImageId",
                TENANT.imageId(),
                "InstanceType",
                type,
                "MinCount",
                "1",
                "MaxCount",
                "1")
            .orThrow()
            .xml()
            .items("instancesSet")
            .get(0)
            .text("instanceId");
    return TENANT.machines().await(id, "running").id();
  }

  private HttpAnswer type(String method, String body) {
    return admin.call(method, "/instance-types/" + TYPE, body);
  }

  @Test
  void strangersAreToldThatTheInstanceDoesNotExist() {
    String id = TENANT.machines().running().id();
    for (String action :
        List.of("DescribeInstanceAttribute", "ModifyInstanceAttribute", "ResetInstanceAttribute")) {
      assertUnknown(action, "InstanceId", id, "Attribute", "kernel", "Value", "aki-1");
    }
    assertUnknown("GetPasswordData", "InstanceId", id);
    assertUnknown("ModifyInstanceMaintenanceOptions", "InstanceId", id, "AutoRecovery", "disabled");
    assertUnknown("MonitorInstances", "InstanceId.1", id);
    assertUnknown("UnmonitorInstances", "InstanceId.1", id);
    assertUnknown("DescribeInstanceCreditSpecifications", "InstanceId.1", id);
    assertThat(STRANGER.query().ec2("DescribeIdentityIdFormat", "PrincipalArn", arn()).errorCode())
        .isEqualTo("InvalidParameterValue");
  }

  private static void assertUnknown(String action, String... parameters) {
    assertThat(STRANGER.query().ec2(action, parameters).errorCode())
        .as(action)
        .isEqualTo("InvalidInstanceID.NotFound");
  }
}

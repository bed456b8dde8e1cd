package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.LocationType;

/** Types, attributes and id formats by the AWS SDK for Java, waiting and not. */
class AttributesSdkIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "attributes3");

  private static final Ec2Client EC2 = Ec2Clients.of(TENANT);
  private static final Ec2AsyncClient ASYNC = Ec2Clients.asynchronousOf(TENANT);

  @AfterAll
  static void close() {
    EC2.close();
    ASYNC.close();
  }

  private static String arn() {
    return "arn:aws:iam::" + TENANT.accountId() + ":root";
  }

  @Test
  void typesAndAccountsAreDescribed() {
    assertThat(EC2.describeInstanceTypesPaginator(r -> r.maxResults(5)).instanceTypes())
        .extracting(type -> type.instanceTypeAsString())
        .contains("m1.small", "m5.large");
    assertThat(
            EC2.describeInstanceTypeOfferings(r -> r.locationType(LocationType.REGION))
                .instanceTypeOfferings())
        .isNotEmpty();
    assertThat(EC2.describeAccountAttributes().accountAttributes()).hasSize(3);
    assertThat(ASYNC.describeInstanceTypes(r -> {}).join().instanceTypes()).isNotEmpty();
    assertThat(ASYNC.describeInstanceTypeOfferings(r -> {}).join().instanceTypeOfferings())
        .isNotEmpty();
    assertThat(ASYNC.describeAccountAttributes().join().accountAttributes()).hasSize(3);
  }

  @Test
  void idsAreLong() {
    assertThat(EC2.describeIdFormat(r -> {}).statuses()).hasSize(31);
    assertThat(EC2.describeIdentityIdFormat(r -> r.principalArn(arn())).statuses()).hasSize(31);
    assertThat(EC2.describeAggregateIdFormat(r -> {}).useLongIdsAggregated()).isTrue();
    assertThat(EC2.describePrincipalIdFormat(r -> {}).principals()).hasSize(1);
    EC2.modifyIdFormat(r -> r.resource("vpc").useLongIds(true));
    EC2.modifyIdentityIdFormat(r -> r.resource("vpc").useLongIds(true).principalArn(arn()));
    assertThat(ASYNC.describeIdFormat(r -> r.resource("vpc")).join().statuses()).hasSize(1);
    assertThat(ASYNC.describeIdentityIdFormat(r -> r.principalArn(arn())).join().statuses())
        .hasSize(31);
    assertThat(ASYNC.describeAggregateIdFormat(r -> {}).join().useLongIdsAggregated()).isTrue();
    assertThat(ASYNC.describePrincipalIdFormat(r -> {}).join().principals()).hasSize(1);
    ASYNC.modifyIdFormat(r -> r.resource("vpc").useLongIds(true)).join();
    ASYNC
        .modifyIdentityIdFormat(r -> r.resource("vpc").useLongIds(true).principalArn(arn()))
        .join();
  }

  @Test
  void attributesAreReadAndChanged() {
    String id = TENANT.machines().running().id();
    EC2.monitorInstances(r -> r.instanceIds(id));
    EC2.unmonitorInstances(r -> r.instanceIds(id));
    assertThat(EC2.getPasswordData(r -> r.instanceId(id)).passwordData()).isNullOrEmpty();
    assertThat(EC2.describeInstanceCreditSpecifications().instanceCreditSpecifications()).isEmpty();
    assertThat(
            EC2.modifyInstanceMaintenanceOptions(r -> r.instanceId(id).autoRecovery("disabled"))
                .autoRecoveryAsString())
        .isEqualTo("disabled");
    EC2.modifyInstanceAttribute(r -> r.instanceId(id).disableApiStop(v -> v.value(true)));
    assertThat(
            catchThrowableOfType(
                    Ec2Exception.class, () -> EC2.stopInstances(r -> r.instanceIds(id)))
                .awsErrorDetails()
                .errorCode())
        .isEqualTo("OperationNotPermitted");
    EC2.modifyInstanceAttribute(r -> r.instanceId(id).disableApiStop(v -> v.value(false)));
    EC2.stopInstances(r -> r.instanceIds(id).force(true));
    TENANT.machines().await(id, "stopped");
    EC2.resetInstanceAttribute(r -> r.instanceId(id).attribute(InstanceAttributeName.RAMDISK));
    assertThat(
            EC2.describeInstanceAttribute(
                    r -> r.instanceId(id).attribute(InstanceAttributeName.DISABLE_API_STOP))
                .disableApiStop()
                .value())
        .isFalse();
  }

  @Test
  void attributesAreReadAndChangedWithoutWaiting() {
    String id = TENANT.machines().running().id();
    assertThat(ASYNC.getPasswordData(r -> r.instanceId(id)).join().passwordData()).isNullOrEmpty();
    assertThat(ASYNC.describeInstanceCreditSpecifications().join().instanceCreditSpecifications())
        .isEmpty();
    ASYNC.monitorInstances(r -> r.instanceIds(id)).join();
    ASYNC.unmonitorInstances(r -> r.instanceIds(id)).join();
    assertThat(
            ASYNC
                .modifyInstanceMaintenanceOptions(r -> r.instanceId(id).autoRecovery("disabled"))
                .join()
                .instanceId())
        .isEqualTo(id);
    ASYNC.modifyInstanceAttribute(r -> r.instanceId(id).ebsOptimized(v -> v.value(false))).join();
    assertThat(
            ASYNC
                .describeInstanceAttribute(
                    r -> r.instanceId(id).attribute(InstanceAttributeName.INSTANCE_TYPE))
                .join()
                .instanceType()
                .value())
        .isEqualTo("m1.small");
    assertThat(
            ASYNC.resetInstanceAttribute(
                r -> r.instanceId(id).attribute(InstanceAttributeName.KERNEL)))
        .failsWithin(Duration.ofMinutes(1))
        .withThrowableThat()
        .withMessageContaining("stopped");
  }
}

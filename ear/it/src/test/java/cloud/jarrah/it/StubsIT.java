package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.client.ec2.AmazonEC2PortType;
import cloud.jarrah.client.ec2.DescribeAggregateIdFormatType;
import cloud.jarrah.client.ec2.DescribeIdFormatType;
import cloud.jarrah.client.ec2.DescribeIdentityIdFormatType;
import cloud.jarrah.client.ec2.DescribeInstanceCreditSpecificationsType;
import cloud.jarrah.client.ec2.DescribeInstanceTypeOfferingsType;
import cloud.jarrah.client.ec2.DescribePrincipalIdFormatType;
import cloud.jarrah.client.ec2.EmptyElementType;
import cloud.jarrah.client.ec2.GetPasswordDataType;
import cloud.jarrah.client.ec2.IdFormatType;
import cloud.jarrah.client.ec2.InstanceIdType;
import cloud.jarrah.client.ec2.InstanceTypeOfferingType;
import cloud.jarrah.client.ec2.ModifyIdFormatType;
import cloud.jarrah.client.ec2.ModifyIdentityIdFormatType;
import cloud.jarrah.client.ec2.ModifyInstanceMaintenanceOptionsType;
import cloud.jarrah.client.ec2.MonitorInstancesType;
import cloud.jarrah.client.ec2.ResetInstanceAttributeType;
import cloud.jarrah.client.ec2.UnmonitorInstancesType;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.SoapClient;
import jakarta.xml.ws.soap.SOAPFaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked for so rarely by SOAP that no other test does: by the stubs of our own WSDL. */
class StubsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "stubs");

  private AmazonEC2PortType port;

  @BeforeEach
  void connect() {
    port = SoapClient.of(TENANT.environment()).port();
  }

  private static InstanceIdType named(String id) {
    InstanceIdType item = new InstanceIdType();
    item.setInstanceId(id);
    return item;
  }

  private static String root() {
    return "arn:aws:iam::" + TENANT.accountId() + ":root";
  }

  @Test
  void instancesAreMonitoredAndNot() {
    String id = TENANT.machines().running().id();
    MonitorInstancesType on = new MonitorInstancesType();
    on.setInstancesSet(new MonitorInstancesType.InstancesSet());
    on.getInstancesSet().getItem().add(named(id));
    assertThat(port.monitorInstances(on).getInstancesSet().getItem())
        .singleElement()
        .satisfies(item -> assertThat(item.getMonitoring().getState()).isEqualTo("enabled"));
    UnmonitorInstancesType off = new UnmonitorInstancesType();
    off.setInstancesSet(new UnmonitorInstancesType.InstancesSet());
    off.getInstancesSet().getItem().add(named(id));
    assertThat(port.unmonitorInstances(off).getInstancesSet().getItem())
        .singleElement()
        .satisfies(item -> assertThat(item.getMonitoring().getState()).isEqualTo("disabled"));
  }

  @Test
  void attributesPasswordsAndCreditsAreThoseOfOtherClients() {
    String id = TENANT.machines().running().id();
    GetPasswordDataType password = new GetPasswordDataType();
    password.setInstanceId(id);
    assertThat(port.getPasswordData(password).getInstanceId()).isEqualTo(id);
    ResetInstanceAttributeType reset = new ResetInstanceAttributeType();
    reset.setInstanceId(id);
    reset.setKernel(new EmptyElementType());
    SOAPFaultException fault =
        catchThrowableOfType(SOAPFaultException.class, () -> port.resetInstanceAttribute(reset));
    assertThat(fault.getFault().getFaultCode()).endsWith("Client.IncorrectInstanceState");
    assertThat(
            port.describeInstanceCreditSpecifications(
                    new DescribeInstanceCreditSpecificationsType())
                .getInstanceCreditSpecificationSet()
                .getItem())
        .isEmpty();
  }

  @Test
  void recoveryIsChosen() {
    ModifyInstanceMaintenanceOptionsType choice = new ModifyInstanceMaintenanceOptionsType();
    choice.setInstanceId(TENANT.machines().running().id());
    choice.setAutoRecovery("disabled");
    assertThat(port.modifyInstanceMaintenanceOptions(choice).getAutoRecovery())
        .isEqualTo("disabled");
  }

  @Test
  void typesAreOfferedInTheRegion() {
    assertThat(
            port.describeInstanceTypeOfferings(new DescribeInstanceTypeOfferingsType())
                .getInstanceTypeOfferingSet()
                .getItem())
        .extracting(InstanceTypeOfferingType::getInstanceType)
        .contains("m1.small");
  }

  @Test
  void idsAreLong() {
    assertThat(port.describeIdFormat(new DescribeIdFormatType()).getStatusSet().getItem())
        .extracting(IdFormatType::getResource)
        .contains("instance");
    DescribeIdentityIdFormatType identity = new DescribeIdentityIdFormatType();
    identity.setPrincipalArn(root());
    assertThat(port.describeIdentityIdFormat(identity).getStatusSet().getItem()).isNotEmpty();
    assertThat(
            port.describeAggregateIdFormat(new DescribeAggregateIdFormatType())
                .isUseLongIdsAggregated())
        .isTrue();
    assertThat(
            port.describePrincipalIdFormat(new DescribePrincipalIdFormatType())
                .getPrincipalSet()
                .getItem())
        .singleElement()
        .satisfies(principal -> assertThat(principal.getArn()).isEqualTo(root()));
    ModifyIdFormatType own = new ModifyIdFormatType();
    own.setResource("instance");
    own.setUseLongIds(true);
    assertThat(port.modifyIdFormat(own).isReturn()).isTrue();
    ModifyIdentityIdFormatType named = new ModifyIdentityIdFormatType();
    named.setPrincipalArn(root());
    named.setResource("instance");
    named.setUseLongIds(true);
    assertThat(port.modifyIdentityIdFormat(named).isReturn()).isTrue();
  }
}

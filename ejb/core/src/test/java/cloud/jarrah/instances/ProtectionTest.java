package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.AttributeBooleanValue;
import cloud.jarrah.api.ec2.DescribeInstanceCreditSpecificationsRequest;
import cloud.jarrah.api.ec2.DescribeInstanceCreditSpecificationsResponse;
import cloud.jarrah.api.ec2.GetPasswordDataRequest;
import cloud.jarrah.api.ec2.GetPasswordDataResponse;
import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.api.ec2.MonitorInstancesRequest;
import cloud.jarrah.api.ec2.MonitoringRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.UnmonitorInstancesRequest;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.OneHostWorld;
import cloud.jarrah.instances.testing.Owner;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What owners choose for their instances, and what it keeps the API from. */
class ProtectionTest extends OneHostWorld {
  private String launched(Consumer<RunInstancesRequest> more) {
    RunInstancesRequest request = Owner.request(1, 1);
    more.accept(request);
    String id = Owner.ids(owner.run(request).instancesSet).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private String running() {
    return launched(request -> {});
  }

  private void modify(String id, Consumer<ModifyInstanceAttributeRequest> what) {
    ModifyInstanceAttributeRequest request = new ModifyInstanceAttributeRequest();
    request.instanceId = id;
    what.accept(request);
    owner.call("ModifyInstanceAttribute", request);
  }

  private void modify(String id, String attribute, String value) {
    modify(
        id,
        request -> {
          request.attribute = attribute;
          request.value = value;
        });
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static AttributeBooleanValue value(boolean on) {
    AttributeBooleanValue value = new AttributeBooleanValue();
    value.value = on;
    return value;
  }

  @Test
  void oneProtectedInstanceKeepsAllFromTermination() {
    String guarded = launched(request -> request.disableApiTermination = true);
    String other = running();
    TerminateInstancesRequest both = new TerminateInstancesRequest();
    both.instancesSet.add(Owner.named(other));
    both.instancesSet.add(Owner.named(guarded));
    assertRefused(ErrorCode.OPERATION_NOT_PERMITTED, () -> owner.call("TerminateInstances", both));
    assertThat(owner.state(other)).isEqualTo(InstanceState.RUNNING);
    modify(guarded, request -> request.disableApiTermination = value(false));
    owner.call("TerminateInstances", both);
    owner.awaitsSettled(guarded, InstanceState.TERMINATED);
    assertRefused(
        ErrorCode.INCORRECT_INSTANCE_STATE, () -> modify(guarded, "disableApiTermination", "true"));
  }

  @Test
  void stopProtectionHoldsAgainstTerminationToo() {
    String id = launched(request -> request.disableApiStop = true);
    assertRefused(ErrorCode.OPERATION_NOT_PERMITTED, () -> owner.stops(id));
    assertRefused(ErrorCode.OPERATION_NOT_PERMITTED, () -> owner.terminates(id));
    modify(id, "disableApiStop", "False");
    owner.stops(id);
    owner.awaits(id, InstanceState.STOPPED);
  }

  @Test
  void protectionDoesNotHoldUpTheGuest() {
    String id = launched(request -> request.disableApiStop = true);
    world.report(host.guestSwitchesOff(id));
    owner.awaits(id, InstanceState.STOPPED);
  }

  @Test
  void guestEndsItsInstanceIfItsOwnerWantsThatEvenUnderProtection() {
    String id = launched(request -> request.disableApiTermination = true);
    modify(id, "instanceInitiatedShutdownBehavior", "terminate");
    world.report(host.guestSwitchesOff(id));
    owner.awaitsSettled(id, InstanceState.TERMINATED);
  }

  @Test
  void monitoringIsKept() {
    MonitoringRequest wanted = new MonitoringRequest();
    wanted.enabled = true;
    String id = launched(request -> request.monitoring = wanted);
    assertThat(world.instance(id).launch().options().monitored()).isTrue();
    UnmonitorInstancesRequest off = new UnmonitorInstancesRequest();
    off.instancesSet.add(Owner.named(id));
    owner.call("UnmonitorInstances", off);
    assertThat(world.instance(id).launch().options().monitored()).isFalse();
    MonitorInstancesRequest on = new MonitorInstancesRequest();
    on.instancesSet.add(Owner.named(id));
    owner.call("MonitorInstances", on);
    assertThat(world.instance(id).launch().options().monitored()).isTrue();
  }

  private String recovery(String id) {
    return owner.sees().stream()
        .filter(item -> item.instanceId.equals(id))
        .map(item -> String.valueOf(Objects.requireNonNull(item.maintenanceOptions).autoRecovery))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void recoveryIsTheOwnersChoice() {
    String usual = running();
    String waiting = launched(request -> request.maintenanceOptions = chosen("disabled"));
    String empty = launched(request -> request.maintenanceOptions = chosen(""));
    assertThat(recovery(usual)).isEqualTo("default");
    assertThat(recovery(waiting)).isEqualTo("disabled");
    assertThat(recovery(empty)).isEqualTo("default");
    assertThat(owner.choosesRecovery(waiting, "default")).isEqualTo(waiting + " default");
    assertThat(recovery(waiting)).isEqualTo("default");
    assertThat(owner.choosesRecovery(usual, "disabled")).isEqualTo(usual + " disabled");
    assertThat(recovery(usual)).isEqualTo("disabled");
    modify(usual, request -> request.disableApiTermination = value(true));
    assertThat(recovery(usual)).as("with other choices").isEqualTo("disabled");
  }

  private static InstanceMaintenanceOptionsRequest chosen(String choice) {
    return Objects.requireNonNull(Owner.recovering(choice).maintenanceOptions);
  }

  @Test
  void choicesThatThereAreNotAreRefused() {
    for (String choice : new String[] {"Default", "enabled", "DISABLED", "x".repeat(1000)}) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> owner.run(Owner.recovering(choice)));
    }
    String id = running();
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> owner.choosesRecovery(id, "never"));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> owner.choosesRecovery(id, null));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> owner.choosesRecovery(id, ""));
    assertThat(recovery(id)).isEqualTo("default");
    owner.terminates(id);
    assertRefused(ErrorCode.INCORRECT_INSTANCE_STATE, () -> owner.choosesRecovery(id, "disabled"));
  }

  @Test
  void passwordsAndCreditsAreThoseOfGuestsThatHaveNone() {
    String id = running();
    GetPasswordDataRequest password = new GetPasswordDataRequest();
    password.instanceId = id;
    assertThat(((GetPasswordDataResponse) owner.call("GetPasswordData", password)).passwordData)
        .isEmpty();
    DescribeInstanceCreditSpecificationsRequest credits =
        new DescribeInstanceCreditSpecificationsRequest();
    assertThat(
            ((DescribeInstanceCreditSpecificationsResponse)
                    owner.call("DescribeInstanceCreditSpecifications", credits))
                .instanceCreditSpecificationSet)
        .isEmpty();
    credits.instancesSet.add(Owner.named(id));
    assertRefused(
        ErrorCode.CREDIT_SPECIFICATION_NOT_SUPPORTED,
        () -> owner.call("DescribeInstanceCreditSpecifications", credits));
  }
}

package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.AttributeBooleanValue;
import cloud.jarrah.api.ec2.AttributeValue;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeRequest;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeResponse;
import cloud.jarrah.api.ec2.EmptyElement;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.api.ec2.ResetInstanceAttributeRequest;
import cloud.jarrah.api.ec2.SecurityGroupId;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.OneHostWorld;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What owners may change of their instances, and when. */
class AttributesTest extends OneHostWorld {
  private String running() {
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private String stopped() {
    String id = running();
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    return id;
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

  private DescribeInstanceAttributeResponse describe(
      String id, Consumer<DescribeInstanceAttributeRequest> what) {
    DescribeInstanceAttributeRequest request = new DescribeInstanceAttributeRequest();
    request.instanceId = id;
    what.accept(request);
    return (DescribeInstanceAttributeResponse) owner.call("DescribeInstanceAttribute", request);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static AttributeValue value(String text) {
    AttributeValue value = new AttributeValue();
    value.value = text;
    return value;
  }

  private static AttributeBooleanValue value(boolean on) {
    AttributeBooleanValue value = new AttributeBooleanValue();
    value.value = on;
    return value;
  }

  @Test
  void typeOfStoppedInstanceCountsFromItsNextStart() {
    String id = stopped();
    modify(id, request -> request.instanceType = value("c1.medium"));
    assertThat(describe(id, r -> r.instanceType = new EmptyElement()).instanceType)
        .extracting(v -> v.value)
        .isEqualTo("c1.medium");
    new Consistency(world).check(List.of(id));
    assertThat(host.spec(id).vcpus()).isEqualTo(1);
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(host.spec(id).vcpus()).isEqualTo(2);
    assertThat(host.spec(id).memoryMib()).isEqualTo(512);
    assertThat(host.spec(id).diskGib()).as("the disk was made at launch").isEqualTo(2);
    assertThat(host.spec(id).metadata().instanceType()).isEqualTo("c1.medium");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void typeForWhichTheHostHasNoRoomIsSeenAtTheStart() {
    String id = stopped();
    modify(id, "instanceType", "m5.large");
    running();
    assertRefused(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, () -> owner.starts(id));
    modify(id, "instanceType", "m1.small");
    owner.starts(id);
    owner.awaits(id, InstanceState.RUNNING);
  }

  @Test
  void whatTheHostMustKnowOfIsChangedWhileTheInstanceIsOff() {
    String id = running();
    for (String attribute : List.of("instanceType", "kernel", "ramdisk", "userData")) {
      assertRefused(ErrorCode.INCORRECT_INSTANCE_STATE, () -> modify(id, attribute, "m1.large"));
    }
    assertThat(world.instance(id).instanceType()).isEqualTo("m1.small");
  }

  @Test
  void kernelRamdiskAndUserDataReachTheHostAtTheNextStart() {
    String id = stopped();
    modify(id, request -> request.kernel = value("eki-0123456789abcdef0"));
    modify(id, "ramdisk", "eri-0123456789abcdef0");
    modify(id, request -> request.userData = value("aGVsbG8="));
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(Objects.requireNonNull(host.spec(id).kernel()).imageId())
        .isEqualTo("eki-0123456789abcdef0");
    assertThat(Objects.requireNonNull(host.spec(id).ramdisk()).imageId())
        .isEqualTo("eri-0123456789abcdef0");
    assertThat(host.spec(id).userData()).isEqualTo("aGVsbG8=");
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    ResetInstanceAttributeRequest reset = new ResetInstanceAttributeRequest();
    reset.instanceId = id;
    reset.kernel = new EmptyElement();
    owner.call("ResetInstanceAttribute", reset);
    assertThat(describe(id, r -> r.kernel = new EmptyElement()).kernel)
        .extracting(v -> v.value)
        .isNull();
    reset.kernel = null;
    reset.attribute = "rootDeviceName";
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE, () -> owner.call("ResetInstanceAttribute", reset));
  }

  @Test
  void oneAttributeIsAskedForAndChangedAtATime() {
    String id = running();
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> describe(id, request -> {}));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE, () -> describe(id, r -> r.attribute = "colour"));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        () ->
            describe(
                id,
                request -> {
                  request.kernel = new EmptyElement();
                  request.ramdisk = new EmptyElement();
                }));
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION, () -> modify(id, request -> {}));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        () ->
            modify(
                id,
                request -> {
                  request.disableApiStop = value(true);
                  request.disableApiTermination = value(true);
                }));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> modify(id, r -> r.value = "x"));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> modify(id, r -> r.attribute = "kernel"));
  }

  @ParameterizedTest
  @CsvSource({
    "colour, red, INVALID_PARAMETER_VALUE",
    "disableApiTermination, maybe, INVALID_PARAMETER_VALUE",
    "sourceDestCheck, true, UNSUPPORTED_OPERATION",
    "ebsOptimized, true, UNSUPPORTED_OPERATION",
    "enaSupport, true, UNSUPPORTED_OPERATION",
    "sriovNetSupport, simple, UNSUPPORTED_OPERATION",
    "rootDeviceName, /dev/sda, UNSUPPORTED_OPERATION",
    "groupSet, nobodys, INVALID_GROUP_NOT_FOUND",
    "instanceInitiatedShutdownBehavior, sleep, INVALID_PARAMETER_VALUE",
    "instanceType, m9.huge, INVALID_INSTANCE_ATTRIBUTE_VALUE",
    "userData, A, INVALID_PARAMETER_VALUE"
  })
  void whatCannotBeIsRefused(String attribute, String wanted, ErrorCode code) {
    String id = stopped();
    assertRefused(code, () -> modify(id, attribute, wanted));
  }

  @Test
  void whatIsSoAnywayMayBeAskedFor() {
    String id = running();
    SecurityGroupId group = new SecurityGroupId();
    group.groupId = "default";
    modify(id, request -> request.groupSet.add(group));
    modify(id, "sourceDestCheck", "false");
    modify(id, "ebsOptimized", "false");
    modify(id, "instanceInitiatedShutdownBehavior", "stop");
    assertThat(describe(id, r -> r.groupSet = new EmptyElement()).groupSet)
        .extracting(g -> g.groupId)
        .containsExactly("default");
  }
}

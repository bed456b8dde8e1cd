package cloud.jarrah.platform.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.ReservationItem;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import org.junit.jupiter.api.Test;

class WireFieldsTest {
  private final RunInstancesRequest request = new RunInstancesRequest();

  @Test
  void unsupportedParameterIsRefusedByItsName() {
    request.networkInterfaceSet = new Anything();
    request.networkInterfaceSet.content.add("0");

    assertThatThrownBy(() -> WireFields.refuseUnsupported(request))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION))
        .hasMessageContaining("The parameter NetworkInterface is not supported");
  }

  @Test
  void unsupportedParameterInsideAnotherIsRefusedByItsPath() {
    request.placement = new PlacementRequest();
    request.placement.tenancy = "dedicated";

    assertThatThrownBy(() -> WireFields.refuseUnsupported(request))
        .hasMessageContaining("Placement.Tenancy")
        .hasMessageContaining("default");
  }

  @Test
  void valueThatAsksForWhatHappensAnywayIsAccepted() {
    request.placement = new PlacementRequest();
    request.placement.tenancy = "default";
    request.ebsOptimized = false;
    request.disableApiTermination = false;
    request.subnetId = "";
    request.blockDeviceMapping = new Anything();
    request.blockDeviceMapping.content.add("\n  ");

    assertThatCode(() -> WireFields.refuseUnsupported(request)).doesNotThrowAnyException();
  }

  @Test
  void answerLosesWhatTheAskedVersionDidNotHave() {
    InstanceItem instance = new InstanceItem();
    instance.hypervisor = "qemu";
    instance.enaSupport = true;
    ReservationItem reservation = new ReservationItem();
    reservation.instancesSet.add(instance);
    DescribeInstancesResponse answer = new DescribeInstancesResponse();
    answer.reservationSet.add(reservation);

    WireFields.dropNewerThan("2016-11-15", answer);
    assertThat(instance.enaSupport).isTrue();

    WireFields.dropNewerThan("2013-10-15", answer);
    assertThat(instance.enaSupport).isNull();
    assertThat(instance.hypervisor).isEqualTo("qemu");

    WireFields.dropNewerThan("2009-11-30", answer);
    assertThat(instance.hypervisor).isNull();
    assertThat(instance.networkInterfaceSet).isNull();
  }
}

package cloud.jarrah.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import org.junit.jupiter.api.Test;

class RequestSummaryTest {

  @Test
  void userDataIsLeftOutInEachOfItsForms() {
    ModifyInstanceAttributeRequest request = new ModifyInstanceAttributeRequest();
    request.instanceId = "i-1";
    request.attribute = "userData";
    request.value = "cGFzc3dvcmQ9c2VjcmV0";

    assertThat(RequestSummary.of(request))
        .isEqualTo("instanceId=i-1 attribute=userData value=(left out)");
  }
}

package cloud.jarrah.platform.actions;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import org.junit.jupiter.api.Test;

class RequestDigestTest {

  private static RunInstancesRequest request(String... groups) {
    RunInstancesRequest request = new RunInstancesRequest();
    request.imageId = "ami-1";
    for (String name : groups) {
      GroupItem group = new GroupItem();
      group.groupName = name;
      request.groupSet.add(group);
    }
    return request;
  }

  @Test
  void equalRequestsHaveEqualOnes() {
    assertThat(RequestDigest.of(request("a", "b"))).isEqualTo(RequestDigest.of(request("a", "b")));
  }

  @Test
  void tokenAndDryRunAreNotPartOfIt() {
    RunInstancesRequest repeated = request();
    repeated.clientToken = "k";
    assertThat(RequestDigest.of(repeated)).isEqualTo(RequestDigest.of(request()));
  }

  @Test
  void emptyPlaceholderIsNotEither() {
    RunInstancesRequest sent = request();
    sent.blockDeviceMapping = new Anything();
    RunInstancesRequest repeated = request();
    repeated.blockDeviceMapping = new Anything();
    assertThat(RequestDigest.of(sent))
        .isEqualTo(RequestDigest.of(repeated))
        .isEqualTo(RequestDigest.of(request()));
  }

  @Test
  void everyOtherValueIs() {
    RunInstancesRequest other = request();
    other.imageId = "ami-2";
    assertThat(RequestDigest.of(other)).isNotEqualTo(RequestDigest.of(request()));
    assertThat(RequestDigest.of(request("a", "b")))
        .isNotEqualTo(RequestDigest.of(request("b", "a")))
        .isNotEqualTo(RequestDigest.of(request("a.groupName=1:b")));
  }
}

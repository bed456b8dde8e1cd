package cloud.jarrah.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeRequest;
import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.InstanceId;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.StopInstancesRequest;
import cloud.jarrah.web.http.Form;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BinderTest {

  private static <T> T bind(Class<T> type, String parameters) {
    return Binder.bind(ParameterTree.of(Form.parse(parameters)), type);
  }

  @Test
  void scalarsGetTheirTypes() {
    RunInstancesRequest request =
        bind(
            RunInstancesRequest.class,
            "ImageId=ami-1&MinCount=1&MaxCount=3&KeyName=my+key&DisableApiTermination=False");
    assertThat(request.imageId).isEqualTo("ami-1");
    assertThat(request.minCount).isEqualTo(1);
    assertThat(request.maxCount).isEqualTo(3);
    assertThat(request.keyName).isEqualTo("my key");
    assertThat(request.disableApiTermination).isFalse();
    assertThat(request.clientToken).isNull();
  }

  @Test
  void structuresFollowByDots() {
    RunInstancesRequest request =
        bind(
            RunInstancesRequest.class,
            "Placement.AvailabilityZone=here-1a&Placement.Tenancy=default&Monitoring.Enabled=true");
    assertThat(Objects.requireNonNull(request.placement).availabilityZone).isEqualTo("here-1a");
    assertThat(request.placement.tenancy).isEqualTo("default");
    assertThat(Objects.requireNonNull(request.monitoring).enabled).isTrue();
  }

  @Test
  void bareValueGoesToItsLeaf() {
    RunInstancesRequest request = bind(RunInstancesRequest.class, "UserData=aGk%3D");
    assertThat(Objects.requireNonNull(request.userData).data).isEqualTo("aGk=");
  }

  @Test
  void listIsOrderedByNumberWhateverTheGaps() {
    DescribeInstancesRequest request =
        bind(
            DescribeInstancesRequest.class,
            "InstanceId.10=i-10&InstanceId.2=i-2&InstanceId.0=i-0&InstanceId.007=i-7");
    assertThat(request.instancesSet)
        .extracting((InstanceId id) -> id.instanceId)
        .containsExactly("i-0", "i-2", "i-7", "i-10");
  }

  @Test
  void filtersHaveValuesOfTheirOwn() {
    DescribeInstancesRequest request =
        bind(
            DescribeInstancesRequest.class,
            "Filter.1.Name=tag:Name&Filter.1.Value.1=a*&Filter.1.Value.2=b&Filter.2.Name=zone");
    assertThat(request.filterSet).hasSize(2);
    Filter filter = request.filterSet.get(0);
    assertThat(filter.name).isEqualTo("tag:Name");
    assertThat(filter.valueSet)
        .extracting((FilterValue value) -> value.value)
        .containsExactly("a*", "b");
  }

  @Test
  void twoNamesFillOneList() {
    RunInstancesRequest request =
        bind(
            RunInstancesRequest.class,
            "SecurityGroup.1=web&SecurityGroupId.1=sg-1&SecurityGroupId.2=sg-2");
    assertThat(request.groupSet).hasSize(3);
    assertThat(request.groupSet.get(0).groupId).isEqualTo("sg-1");
    assertThat(request.groupSet.get(2).groupName).isEqualTo("web");
  }

  @Test
  void structureWeOnlyLookAtIsSetAsSoonAsItSaysSomething() {
    assertThat(bind(RunInstancesRequest.class, "NetworkInterface.1.DeviceIndex=0"))
        .extracting(request -> request.networkInterfaceSet)
        .isNotNull();
    assertThat(bind(RunInstancesRequest.class, "NetworkInterface.1.DeviceIndex="))
        .extracting(request -> request.networkInterfaceSet)
        .isNull();
  }

  @Test
  void valueThatStandsForAnElementSetsItAndNoOther() {
    DescribeInstanceAttributeRequest request =
        bind(DescribeInstanceAttributeRequest.class, "Attribute=kernel");
    assertThat(request.kernel).isNotNull();
    assertThat(request.ramdisk).isNull();
    assertThat(request.attribute).isEqualTo("kernel");
  }

  @Test
  void fieldsHiddenFromSoapAreBound() {
    assertThat(bind(StopInstancesRequest.class, "Hibernate=1").hibernate).isTrue();
  }

  @Test
  void unknownNamesAreIgnored() {
    assertThat(bind(DescribeImagesRequest.class, "Nonsense.1.Deep=x&Owner.1=self").ownersSet)
        .hasSize(1);
  }

  @Test
  void emptyValueIsAnEmptyText() {
    assertThat(bind(RunInstancesRequest.class, "KeyName=&ClientToken").keyName).isEmpty();
  }
}

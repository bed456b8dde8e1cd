package cloud.jarrah.launchtemplates.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateMonitoring;
import cloud.jarrah.api.ec2.LaunchTemplatePlacement;
import cloud.jarrah.api.ec2.MonitoringRequest;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on or off, and placement groups: parts of them are one value. */
class TemplateMergeOptionsTest {
  /** Parameters of a template that are on or off. */
  static final Set<String> SWITCHES =
      Set.of("monitoring", "disableApiTermination", "disableApiStop");

  private static LaunchTemplateData switches(boolean on) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.monitoring = new LaunchTemplateMonitoring();
    data.monitoring.enabled = on;
    data.disableApiTermination = on;
    data.disableApiStop = on;
    return data;
  }

  private static LaunchTemplateData group(
      @Nullable String name, @Nullable String id, @Nullable Integer partition) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.placement = new LaunchTemplatePlacement();
    data.placement.groupName = name;
    data.placement.groupId = id;
    data.placement.partitionNumber = partition;
    return data;
  }

  private static RunInstancesRequest asks(
      @Nullable String name, @Nullable String id, @Nullable Integer partition) {
    RunInstancesRequest request = new RunInstancesRequest();
    request.placement = new PlacementRequest();
    request.placement.groupName = name;
    request.placement.groupId = id;
    request.placement.partitionNumber = partition;
    return request;
  }

  private static String placement(RunInstancesRequest request, LaunchTemplateData data) {
    PlacementRequest whole =
        Objects.requireNonNull(TemplateMerge.complete(request, data).placement);
    return whole.groupName + " " + whole.groupId + " " + whole.partitionNumber;
  }

  private static String placement(LaunchTemplateData base, LaunchTemplateData change) {
    LaunchTemplatePlacement whole =
        Objects.requireNonNull(TemplateMerge.onto(base, change).placement);
    return whole.groupName + " " + whole.groupId + " " + whole.partitionNumber;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheRequestSwitchesWinsEvenIfItIsOff(boolean on) {
    RunInstancesRequest explicit = TemplateMerge.complete(new RunInstancesRequest(), switches(on));
    explicit = TemplateMerge.complete(explicit, switches(!on));
    assertThat(Objects.requireNonNull(explicit.monitoring).enabled).isEqualTo(on);
    assertThat(explicit.disableApiTermination).isEqualTo(on);
    assertThat(explicit.disableApiStop).isEqualTo(on);
    LaunchTemplateData newer = TemplateMerge.onto(switches(!on), switches(on));
    assertThat(TemplateContent.write(newer)).isEqualTo(TemplateContent.write(switches(on)));
    LaunchTemplateData same = TemplateMerge.onto(switches(on), new LaunchTemplateData());
    assertThat(TemplateContent.write(same)).isEqualTo(TemplateContent.write(switches(on)));
  }

  @Test
  void placeholderOfMonitoringSaysNothing() {
    RunInstancesRequest request = new RunInstancesRequest();
    request.monitoring = new MonitoringRequest();
    RunInstancesRequest whole = TemplateMerge.complete(request, switches(true));
    assertThat(Objects.requireNonNull(whole.monitoring).enabled).isTrue();
  }

  @Test
  void requestNamesOneGroupAndTheTemplatesIsNotAdded() {
    LaunchTemplateData byName = group("theirs", null, null);
    LaunchTemplateData byId = group(null, "pg-1", null);
    assertThat(placement(new RunInstancesRequest(), byName)).isEqualTo("theirs null null");
    assertThat(placement(new RunInstancesRequest(), byId)).isEqualTo("null pg-1 null");
    assertThat(placement(asks("", "", null), byId)).isEqualTo("null pg-1 null");
    assertThat(placement(asks(null, "pg-2", null), byName)).isEqualTo("null pg-2 null");
    assertThat(placement(asks("mine", null, null), byId)).isEqualTo("mine null null");
  }

  @Test
  void partitionIsAParameterOfItsOwn() {
    LaunchTemplateData second = group("parts", null, 2);
    assertThat(placement(asks("parts", null, null), second)).isEqualTo("parts null 2");
    assertThat(placement(asks(null, null, 1), second)).isEqualTo("parts null 1");
    assertThat(placement(asks(null, "pg-2", 3), second)).isEqualTo("null pg-2 3");
  }

  @Test
  void newVersionNamesOneGroupAndItsSourcesIsNotAdded() {
    LaunchTemplateData base = group("parts", null, 2);
    assertThat(placement(base, group(null, "pg-1", null))).isEqualTo("null pg-1 2");
    assertThat(placement(base, group(null, null, 3))).isEqualTo("parts null 3");
    assertThat(placement(base, new LaunchTemplateData())).isEqualTo("parts null 2");
    assertThat(Objects.requireNonNull(base.placement).partitionNumber)
        .as("the source stays as it is")
        .isEqualTo(2);
  }
}

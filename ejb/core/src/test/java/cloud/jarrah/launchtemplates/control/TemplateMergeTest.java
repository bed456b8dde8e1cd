package cloud.jarrah.launchtemplates.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.Unsupported;
import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateMaintenanceOptions;
import cloud.jarrah.api.ec2.LaunchTemplateMonitoring;
import cloud.jarrah.api.ec2.LaunchTemplatePlacement;
import cloud.jarrah.api.ec2.MonitoringRequest;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.api.ec2.UserData;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateMergeTest {

  /** A parameter: how a request says it, how a template does, and how it is read. */
  record Row(
      String field,
      BiConsumer<RunInstancesRequest, String> request,
      BiConsumer<LaunchTemplateData, String> template,
      Function<RunInstancesRequest, @Nullable Object> read,
      Function<LaunchTemplateData, @Nullable Object> readTemplate) {
    @Override
    public String toString() {
      return field;
    }
  }

  static Stream<Row> rows() {
    return Stream.concat(words(), structures());
  }

  private static Stream<Row> words() {
    return Stream.of(
        new Row(
            "imageId",
            (r, v) -> r.imageId = v,
            (d, v) -> d.imageId = v,
            r -> r.imageId,
            d -> d.imageId),
        new Row(
            "kernelId",
            (r, v) -> r.kernelId = v,
            (d, v) -> d.kernelId = v,
            r -> r.kernelId,
            d -> d.kernelId),
        new Row(
            "ramDiskId",
            (r, v) -> r.ramdiskId = v,
            (d, v) -> d.ramDiskId = v,
            r -> r.ramdiskId,
            d -> d.ramDiskId),
        new Row(
            "instanceType",
            (r, v) -> r.instanceType = v,
            (d, v) -> d.instanceType = v,
            r -> r.instanceType,
            d -> d.instanceType),
        new Row(
            "keyName",
            (r, v) -> r.keyName = v,
            (d, v) -> d.keyName = v,
            r -> r.keyName,
            d -> d.keyName),
        new Row(
            "instanceInitiatedShutdownBehavior",
            (r, v) -> r.instanceInitiatedShutdownBehavior = v,
            (d, v) -> d.instanceInitiatedShutdownBehavior = v,
            r -> r.instanceInitiatedShutdownBehavior,
            d -> d.instanceInitiatedShutdownBehavior));
  }

  private static Stream<Row> structures() {
    return Stream.of(
        new Row(
            "userData",
            (r, v) -> r.userData = userData(v),
            (d, v) -> d.userData = v,
            r -> r.userData == null ? null : r.userData.data,
            d -> d.userData),
        new Row(
            "placement",
            (r, v) -> r.placement = zone(v),
            (d, v) -> d.placement = templateZone(v),
            r -> r.placement == null ? null : r.placement.availabilityZone,
            d -> d.placement == null ? null : d.placement.availabilityZone),
        new Row(
            "maintenanceOptions",
            (r, v) -> r.maintenanceOptions = recovery(v),
            (d, v) -> d.maintenanceOptions = templateRecovery(v),
            r -> r.maintenanceOptions == null ? null : r.maintenanceOptions.autoRecovery,
            d -> d.maintenanceOptions == null ? null : d.maintenanceOptions.autoRecovery),
        new Row(
            "tagSpecificationSet",
            (r, v) -> r.tagSpecificationSet.add(tagged("k", v)),
            (d, v) -> d.tagSpecificationSet.add(tagged("k", v)),
            r -> tag(r.tagSpecificationSet),
            d -> tag(d.tagSpecificationSet)),
        new Row(
            "securityGroupSet",
            (r, v) -> r.groupSet.add(group(v)),
            (d, v) -> d.securityGroupSet.add(v),
            TemplateMergeTest::group,
            d -> d.securityGroupSet.isEmpty() ? null : d.securityGroupSet.get(0)),
        new Row(
            "securityGroupIdSet",
            (r, v) -> r.groupSet.add(group(v)),
            (d, v) -> d.securityGroupIdSet.add(v),
            TemplateMergeTest::group,
            d -> d.securityGroupIdSet.isEmpty() ? null : d.securityGroupIdSet.get(0)));
  }

  private static TagSpecification tagged(String key, String value) {
    ResourceTag tag = new ResourceTag();
    tag.key = key;
    tag.value = value;
    TagSpecification specification = new TagSpecification();
    specification.resourceType = "instance";
    specification.tagSet.add(tag);
    return specification;
  }

  private static @Nullable Object tag(List<TagSpecification> specifications) {
    return specifications.isEmpty() ? null : specifications.get(0).tagSet.get(0).value;
  }

  private static UserData userData(String text) {
    UserData data = new UserData();
    data.data = text;
    return data;
  }

  private static PlacementRequest zone(String zone) {
    PlacementRequest placement = new PlacementRequest();
    placement.availabilityZone = zone;
    return placement;
  }

  private static LaunchTemplatePlacement templateZone(String zone) {
    LaunchTemplatePlacement placement = new LaunchTemplatePlacement();
    placement.availabilityZone = zone;
    return placement;
  }

  private static InstanceMaintenanceOptionsRequest recovery(String choice) {
    InstanceMaintenanceOptionsRequest options = new InstanceMaintenanceOptionsRequest();
    options.autoRecovery = choice;
    return options;
  }

  private static LaunchTemplateMaintenanceOptions templateRecovery(String choice) {
    LaunchTemplateMaintenanceOptions options = new LaunchTemplateMaintenanceOptions();
    options.autoRecovery = choice;
    return options;
  }

  private static GroupItem group(String name) {
    GroupItem group = new GroupItem();
    group.groupName = name;
    return group;
  }

  private static @Nullable Object group(RunInstancesRequest request) {
    if (request.groupSet.size() != 1) {
      return request.groupSet.isEmpty() ? null : request.groupSet.size();
    }
    GroupItem group = request.groupSet.get(0);
    return group.groupId == null ? group.groupName : group.groupId;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestWinsOverTheTemplateAndTheTemplateOverNothing(Row row) {
    RunInstancesRequest silent = new RunInstancesRequest();
    RunInstancesRequest explicit = new RunInstancesRequest();
    row.request().accept(explicit, "said");
    LaunchTemplateData data = new LaunchTemplateData();
    row.template().accept(data, "template");

    assertThat(row.read().apply(TemplateMerge.complete(silent, data))).isEqualTo("template");
    assertThat(row.read().apply(TemplateMerge.complete(explicit, data))).isEqualTo("said");
    assertThat(row.read().apply(TemplateMerge.complete(explicit, new LaunchTemplateData())))
        .isEqualTo("said");
    assertThat(row.read().apply(silent)).as("the request itself stays as it is").isNull();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void newVersionWinsOverItsSource(Row row) {
    LaunchTemplateData base = new LaunchTemplateData();
    row.template().accept(base, "base");
    LaunchTemplateData change = new LaunchTemplateData();
    row.template().accept(change, "change");

    assertThat(row.readTemplate().apply(TemplateMerge.onto(base, new LaunchTemplateData())))
        .isEqualTo("base");
    assertThat(row.readTemplate().apply(TemplateMerge.onto(base, change))).isEqualTo("change");
  }

  @Test
  void everyParameterThatATemplateObeysIsInTheTable() {
    List<String> obeyed =
        Arrays.stream(LaunchTemplateData.class.getFields())
            .filter(field -> !field.isAnnotationPresent(Unsupported.class))
            .map(field -> field.getName())
            .filter(name -> !TemplateMergeOptionsTest.SWITCHES.contains(name))
            .toList();
    assertThat(rows().map(Row::field)).containsAll(obeyed);
  }

  @Test
  void tagsOfALaunchAreAddedUpKeyByKey() {
    LaunchTemplateData data = new LaunchTemplateData();
    data.tagSpecificationSet.add(tagged("a", ""));
    RunInstancesRequest request = new RunInstancesRequest();
    request.tagSpecificationSet.add(tagged("b", "2"));
    List<TagSpecification> both = TemplateMerge.complete(request, data).tagSpecificationSet;
    assertThat(both).singleElement().extracting(s -> s.tagSet.size()).isEqualTo(2);
    assertThat(request.tagSpecificationSet.get(0).tagSet).hasSize(1);
    assertThat(tag(TemplateContent.read(TemplateContent.write(data)).tagSpecificationSet))
        .isEqualTo("");
  }

  @Test
  void groupsByIdReplaceGroupsByName() {
    LaunchTemplateData base = new LaunchTemplateData();
    base.securityGroupSet.add("default");
    LaunchTemplateData change = new LaunchTemplateData();
    change.securityGroupIdSet.add("sg-1");
    LaunchTemplateData whole = TemplateMerge.onto(base, change);
    assertThat(whole.securityGroupSet).isEmpty();
    assertThat(whole.securityGroupIdSet).containsExactly("sg-1");
  }

  @Test
  void whatIsSaidIsKeptEvenIfItIsTheUsual() {
    LaunchTemplateData data = new LaunchTemplateData();
    data.monitoring = new LaunchTemplateMonitoring();
    data.monitoring.enabled = false;
    data.disableApiTermination = false;
    RunInstancesRequest request = new RunInstancesRequest();
    request.monitoring = new MonitoringRequest();
    RunInstancesRequest whole = TemplateMerge.complete(request, data);
    assertThat(Objects.requireNonNull(whole.monitoring).enabled).isFalse();
    assertThat(whole.disableApiTermination).isFalse();
  }

  @Test
  void contentSurvivesStorage() {
    LaunchTemplateData data = new LaunchTemplateData();
    data.placement = templateZone("a");
    data.securityGroupSet.add("g");
    String json = TemplateContent.write(data);
    assertThat(json)
        .isEqualTo("{\"placement\":{\"availabilityZone\":\"a\"},\"securityGroupSet\":[\"g\"]}");
    assertThat(TemplateContent.write(TemplateContent.read(json))).isEqualTo(json);
  }
}

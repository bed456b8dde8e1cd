package cloud.jarrah.instancetypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.DeleteInstanceTypeRequest;
import cloud.jarrah.api.admin.InstanceTypeSettings;
import cloud.jarrah.api.admin.ListInstanceTypesRequest;
import cloud.jarrah.api.admin.ListInstanceTypesResponse;
import cloud.jarrah.api.admin.PutInstanceTypeRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypeOfferingsRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypeOfferingsResponse;
import cloud.jarrah.api.ec2.DescribeInstanceTypesRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypesResponse;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.InstanceTypeItem;
import cloud.jarrah.api.ec2.InstanceTypeName;
import cloud.jarrah.instances.testing.NamedFixtures;
import cloud.jarrah.instancetypes.boundary.DeleteInstanceType;
import cloud.jarrah.instancetypes.boundary.DescribeInstanceTypeOfferings;
import cloud.jarrah.instancetypes.boundary.DescribeInstanceTypes;
import cloud.jarrah.instancetypes.boundary.ListInstanceTypes;
import cloud.jarrah.instancetypes.boundary.PutInstanceType;
import cloud.jarrah.instancetypes.control.OfferedTypes;
import cloud.jarrah.instancetypes.entity.OfferedTypeRepository;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTypeActionsTest {
  private final TestDatabase db = TestDatabase.create();
  private final OfferedTypeRepository repository = new OfferedTypeRepository(db.entityManager());
  private final OfferedTypes offered = new OfferedTypes(repository);
  private final Paging paging = new Paging(TestKeys.fixed());

  @AfterEach
  void close() {
    db.close();
  }

  private DescribeInstanceTypesResponse describe(Consumer<DescribeInstanceTypesRequest> what) {
    DescribeInstanceTypesRequest request = new DescribeInstanceTypesRequest();
    what.accept(request);
    return Actions.run(db, new DescribeInstanceTypes(offered, paging), request, Callers.ALICE);
  }

  private DescribeInstanceTypeOfferingsResponse offerings(
      Consumer<DescribeInstanceTypeOfferingsRequest> what) {
    DescribeInstanceTypeOfferingsRequest request = new DescribeInstanceTypeOfferingsRequest();
    what.accept(request);
    return Actions.run(
        db,
        new DescribeInstanceTypeOfferings(offered, new NamedFixtures(), paging),
        request,
        Callers.ALICE);
  }

  private ListInstanceTypesResponse.InstanceType put(String name, InstanceTypeSettings settings) {
    return Actions.run(
            db,
            new PutInstanceType(repository),
            new PutInstanceTypeRequest(name, settings),
            Callers.ADMINISTRATOR)
        .instanceType();
  }

  private void delete(String name) {
    Actions.run(
        db,
        new DeleteInstanceType(repository),
        new DeleteInstanceTypeRequest(name),
        Callers.ADMINISTRATOR);
  }

  private static Filter filter(String name, String value) {
    Filter filter = new Filter();
    filter.name = name;
    FilterValue only = new FilterValue();
    only.value = value;
    filter.valueSet.add(only);
    return filter;
  }

  private static InstanceTypeName named(String name) {
    InstanceTypeName item = new InstanceTypeName();
    item.instanceType = name;
    return item;
  }

  private static List<String> names(DescribeInstanceTypesResponse response) {
    return response.instanceTypeSet.stream().map(type -> type.instanceType).toList();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void newCloudOffersTheTypesOfOld() {
    assertThat(names(describe(request -> {})))
        .hasSize(11)
        .contains("m1.small", "c1.xlarge", "m5.large")
        .isSorted();
    InstanceTypeItem small =
        describe(request -> request.instanceTypeSet.add(named("m1.small"))).instanceTypeSet.get(0);
    assertThat(small.vCpuInfo.defaultVCpus).isEqualTo(1);
    assertThat(small.memoryInfo.sizeInMiB).isEqualTo(256);
    assertThat(small.instanceStorageInfo.totalSizeInGB).isEqualTo(2);
  }

  @Test
  void typeThatIsNotOfferedDoesNotExist() {
    assertRefused(
        ErrorCode.INVALID_INSTANCE_TYPE,
        () -> describe(request -> request.instanceTypeSet.add(named("m9.huge"))));
    put("m1.small", new InstanceTypeSettings(1, 256, 2, false));
    assertRefused(
        ErrorCode.INVALID_INSTANCE_TYPE,
        () -> describe(request -> request.instanceTypeSet.add(named("m1.small"))));
    assertThat(names(describe(request -> {}))).hasSize(10);
  }

  @Test
  void filtersAndPagesCutTheList() {
    assertThat(names(describe(r -> r.filterSet.add(filter("memory-info.size-in-mib", "4096")))))
        .containsExactly("c1.xlarge", "t3.medium");
    assertThat(names(describe(r -> r.filterSet.add(filter("bare-metal", "true"))))).isEmpty();
    DescribeInstanceTypesResponse first = describe(r -> r.maxResults = 6);
    assertThat(first.instanceTypeSet).hasSize(6);
    DescribeInstanceTypesResponse second =
        describe(
            r -> {
              r.maxResults = 6;
              r.nextToken = first.nextToken;
            });
    assertThat(second.instanceTypeSet).hasSize(5);
    assertThat(second.nextToken).isNull();
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> describe(r -> r.maxResults = 4));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> describe(r -> r.maxResults = 101));
  }

  @Test
  void everyTypeIsOfferedEverywhere() {
    assertThat(offerings(r -> {}).instanceTypeOfferingSet)
        .hasSize(11)
        .allMatch(o -> o.locationType.equals("region") && o.location.equals("jarrah-1"));
    assertThat(
            offerings(
                    r -> {
                      r.locationType = "availability-zone";
                      r.filterSet.add(filter("instance-type", "t2.*"));
                    })
                .instanceTypeOfferingSet)
        .hasSize(2)
        .allMatch(o -> o.location.equals("jarrah-1a"));
    assertThat(offerings(r -> r.locationType = "availability-zone-id").instanceTypeOfferingSet)
        .allMatch(o -> o.location.equals("jarrah-1-az1"));
    assertRefused(
        ErrorCode.UNSUPPORTED_OPERATION, () -> offerings(r -> r.locationType = "outpost"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> offerings(r -> r.locationType = "moon"));
  }

  @Test
  void administratorsAddChangeAndRemoveTypes() {
    assertThat(put("x1.own", new InstanceTypeSettings(3, 300, 30, null)).enabled()).isTrue();
    assertThat(put("x1.own", new InstanceTypeSettings(4, 400, 40, true)).vcpus()).isEqualTo(4);
    assertThat(names(describe(request -> {}))).contains("x1.own");
    delete("x1.own");
    assertRefused(ErrorCode.NO_SUCH_ENTITY, () -> delete("x1.own"));
    assertThat(
            Actions.run(
                    db,
                    new ListInstanceTypes(repository),
                    new ListInstanceTypesRequest(),
                    Callers.ADMINISTRATOR)
                .instanceTypes())
        .hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "small",
        "m1.",
        ".small",
        "M1.small",
        "m1.small.x",
        "m1/small",
        "m1.small ",
        "m1.sm\u0000all",
        "a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
      })
  void impossibleNameIsRefused(String name) {
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> put(name, new InstanceTypeSettings(1, 1, 1, true)));
  }

  @Test
  void impossibleSizeIsRefused() {
    for (InstanceTypeSettings wrong :
        List.of(
            new InstanceTypeSettings(0, 1, 1, true),
            new InstanceTypeSettings(1, -1, 1, true),
            new InstanceTypeSettings(1, 1, 1 << 30, true))) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> put("x1.own", wrong));
    }
  }
}

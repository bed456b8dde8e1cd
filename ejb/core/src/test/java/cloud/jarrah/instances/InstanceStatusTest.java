package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeInstanceStatusRequest;
import cloud.jarrah.api.ec2.DescribeInstanceStatusResponse;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.InstanceStatusItem;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.Statements;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DescribeInstanceStatus over a cloud that lives. */
class InstanceStatusTest {
  private static TestDatabase database;
  private World world;
  private Owner owner;
  private final DescribeInstanceStatusRequest request = new DescribeInstanceStatusRequest();

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void makeWorld() {
    world = new World(database, 1);
    owner = new Owner(world);
  }

  private String running() {
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private List<InstanceStatusItem> statuses() {
    return owner.status(request).instanceStatusSet;
  }

  private void filter(String name, String value) {
    Filter filter = new Filter();
    filter.name = name;
    FilterValue item = new FilterValue();
    item.value = value;
    filter.valueSet.add(item);
    request.filterSet.add(filter);
  }

  @Test
  void instanceInitializesThenIsOkAndItsHostAtOnce() {
    String id = running();
    InstanceStatusItem young = statuses().get(0);
    assertThat(young.instanceId).isEqualTo(id);
    assertThat(young.systemStatus.status).isEqualTo("ok");
    assertThat(young.instanceStatus.status).isEqualTo("initializing");
    assertThat(young.eventsSet).isEmpty();
    world.pass(Duration.ofSeconds(70));
    InstanceStatusItem grown = statuses().get(0);
    assertThat(grown.instanceStatus.status).isEqualTo("ok");
    assertThat(grown.instanceStatus.details)
        .singleElement()
        .satisfies(
            detail -> {
              assertThat(detail.name).isEqualTo("reachability");
              assertThat(detail.status).isEqualTo("passed");
            });
  }

  @Test
  void silentHostImpairsTheSystemAndSaysSinceWhen() {
    running();
    world.pass(Duration.ofSeconds(70));
    world.silence(world.hosts().iterator().next().id());
    world.pass(Duration.ofMinutes(3));
    InstanceStatusItem status = statuses().get(0);
    assertThat(status.instanceState.name).isEqualTo("running");
    assertThat(status.systemStatus.status).isEqualTo("impaired");
    assertThat(status.systemStatus.details)
        .singleElement()
        .satisfies(
            detail ->
                assertThat(detail.impairedSince)
                    .isBetween(
                        world.time().now().minusSeconds(170),
                        world.time().now().minusSeconds(130)));
    assertThat(status.instanceStatus.status).isEqualTo("insufficient-data");
  }

  @Test
  void whatDoesNotRunIsShownOnRequestOnly() {
    String id = running();
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    assertThat(statuses()).isEmpty();
    request.instancesSet.add(Owner.named(id));
    assertThat(statuses()).isEmpty();
    request.includeAllInstances = true;
    assertThat(statuses())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.systemStatus.status).isEqualTo("not-applicable");
              assertThat(status.systemStatus.details).isNull();
            });
  }

  @Test
  void filtersChoose() {
    running();
    filter("instance-status.reachability", "init*");
    filter("system-status.status", "ok");
    filter("availability-zone", "jarrah-1a");
    filter("instance-state-name", "running");
    assertThat(statuses()).hasSize(1);
    filter("event.code", "*");
    assertThat(statuses()).isEmpty();
    filter("no-such-filter", "x");
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE);
  }

  @Test
  void pagesHoldEachInstanceOnce() {
    List<String> ids = owner.runs(7);
    ids.forEach(id -> owner.awaits(id, InstanceState.RUNNING));
    request.maxResults = 5;
    DescribeInstanceStatusResponse first = owner.status(request);
    request.nextToken = first.nextToken;
    DescribeInstanceStatusResponse second = owner.status(request);
    List<InstanceStatusItem> all = new ArrayList<>(first.instanceStatusSet);
    all.addAll(second.instanceStatusSet);
    assertThat(all)
        .extracting(status -> status.instanceId)
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(second.nextToken).isNull();
  }

  @Test
  void pageReadsNoMoreThanItShowsAndOne() {
    owner.runs(8).forEach(id -> owner.awaits(id, InstanceState.RUNNING));
    request.maxResults = 5;
    long few = Statements.entitiesOf(database, this::statuses);
    request.maxResults = 6;
    assertThat(Statements.entitiesOf(database, this::statuses)).isEqualTo(few + 1);
  }

  @Test
  void wrongParametersAreRefused() {
    request.maxResults = 4;
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE);
    request.maxResults = 5;
    request.instancesSet.add(Owner.named("i-00000000000000000"));
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION);
    request.maxResults = null;
    assertRefused(ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND);
    for (int i = 0; i < 100; i++) {
      request.instancesSet.add(Owner.named("i-00000000000000000"));
    }
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE);
  }

  private void assertRefused(ErrorCode code) {
    assertThatThrownBy(() -> owner.status(request))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(code, ApiException::code);
  }
}

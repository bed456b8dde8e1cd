package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.instances.control.InstancePlanner;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.TaggableInstances;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.networks.control.TaggableInterfaces;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Taggable;
import cloud.jarrah.tags.entity.TagRepository;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tags of instances and their network interfaces. */
class InstanceTagsTest {
  private static final String ACCOUNT = "123456789012";
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static RunInstancesRequest request(int count, TagSpecification... tags) {
    RunInstancesRequest request = Owner.request(count, count);
    request.tagSpecificationSet.addAll(List.of(tags));
    return request;
  }

  private static TagSpecification tags(String type, String... tags) {
    TagSpecification specification = new TagSpecification();
    specification.resourceType = type;
    for (String text : tags) {
      String[] halves = text.split("=", 2);
      ResourceTag tag = new ResourceTag();
      tag.key = halves[0];
      tag.value = halves[1];
      specification.tagSet.add(tag);
    }
    return specification;
  }

  private static Filter filter(String name, String value) {
    FilterValue item = new FilterValue();
    item.value = value;
    Filter filter = new Filter();
    filter.name = name;
    filter.valueSet.add(item);
    return filter;
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static int stored(World world) {
    return world.inTransaction(
        () ->
            new TagRepository(database.entityManager())
                .list(ACCOUNT, TagRepository.Wanted.ALL, null, 1000)
                .size());
  }

  @Test
  void launchTagsInstancesAndTheirInterfacesAndShowsIt() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    RunInstancesResponse made =
        owner.run(
            request(2, tags("instance", "Name=web", "a="), tags("network-interface", "use=lan")));
    for (InstanceItem item : made.instancesSet) {
      assertThat(item.tagSet)
          .extracting(tag -> tag.key + "=" + tag.value)
          .containsExactly("Name=web", "a=");
    }
    assertThat(owner.sees().get(0).tagSet).hasSize(2);
    assertThat(stored(world)).isEqualTo(6);
  }

  @Test
  void aTokenUsedWithOtherTagsIsRefused() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    RunInstancesRequest first = request(1, tags("instance", "a=1;1:b;"));
    RunInstancesRequest other = request(1, tags("instance", "a=1", "b="));
    first.clientToken = "token";
    other.clientToken = "token";
    assertThat(owner.run(first).reservationId).isEqualTo(owner.run(first).reservationId);
    assertRefused(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH, () -> owner.run(other));
  }

  @Test
  void tagsForWhatNoLaunchMakesAreRefused() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    assertThatThrownBy(() -> owner.run(request(1, tags("volume", "a=b"))))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE))
        .hasMessageContaining("'volume'");
    for (TagSpecification wrong :
        List.of(tags("instance"), tags("instance", "aws:a=b"), tags("instance", "a=1", "a=2"))) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> owner.run(request(1, wrong)));
    }
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> owner.run(request(1, tags("instance", "a=b"), tags("instance", "c=d"))));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> owner.run(request(1, new TagSpecification())));
    assertThat(owner.sees()).isEmpty();
  }

  @Test
  void instancesAreFoundByTheirTags() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    owner.run(request(1, tags("instance", "Name=web", "stage=test")));
    owner.run(request(1, tags("instance", "Name=db"), tags("network-interface", "use=lan")));
    owner.run(request(1));
    assertThat(owner.sees(filter("tag:Name", "*"))).hasSize(2);
    assertThat(owner.sees(filter("tag:Name", "web"), filter("tag:stage", "t?st"))).hasSize(1);
    assertThat(owner.sees(filter("tag:name", "web"))).isEmpty();
    assertThat(owner.sees(filter("tag-key", "stage"))).hasSize(1);
    assertThat(owner.sees(filter("tag-value", "db"))).hasSize(1);
    assertThat(owner.sees(filter("network-interface.tag-key", "use"))).hasSize(1);
    assertThat(owner.sees(filter("network-interface.tag-value", "l*"))).hasSize(1);
    assertThat(owner.sees().stream().filter(item -> item.tagSet == null)).hasSize(1);
  }

  @Test
  void tagsAreShownAsLongAsTheirInstanceAndThenAreGone() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    owner.run(request(1, tags("instance", "a=b"), tags("network-interface", "c=d")));
    String id = owner.sees().get(0).instanceId;
    owner.awaits(id, InstanceState.RUNNING);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertThat(stored(world)).as("the interface is gone").isEqualTo(1);
    assertThat(owner.sees(filter("tag:a", "b"))).hasSize(1);
    world.pass(InstancePlanner.TERMINATED_SHOWN.plus(Duration.ofMinutes(1)));
    assertThat(owner.sees()).isEmpty();
    assertThat(stored(world)).isZero();
  }

  @Test
  void onlyTheOwnersThingsCanBeTagged() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    InstanceItem made = owner.run(request(1)).instancesSet.get(0);
    String nic = made.networkInterfaceSet.get(0).networkInterfaceId;
    Taggable instances = new TaggableInstances(new NamedInstances(world.cloud().instances()));
    Taggable interfaces = new TaggableInterfaces(new NetworkRepository(database.entityManager()));
    assertThat(
            require(world, instances, ACCOUNT, made.instanceId.toUpperCase(java.util.Locale.ROOT)))
        .containsExactly(made.instanceId);
    assertThat(require(world, interfaces, ACCOUNT, nic)).containsExactly(nic);
    assertRefused(
        ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND,
        () -> require(world, instances, "999999999999", made.instanceId));
    assertRefused(
        ErrorCode.INVALID_INSTANCE_ID_MALFORMED, () -> require(world, instances, ACCOUNT, "i-x"));
    assertRefused(
        ErrorCode.INVALID_NETWORK_INTERFACE_ID_NOT_FOUND,
        () -> require(world, interfaces, "999999999999", nic));
  }

  private static Set<String> require(World world, Taggable kind, String account, String id) {
    return world.inTransaction(() -> kind.require(account, Set.of(id)));
  }
}

package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.hosts.entity.GroupHost;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sixteen callers on a nearly full cloud. Nothing is given back during a race, so room and seats
 * only become fewer: what is free at its end was free throughout, and a request that would fit then
 * must not have been refused.
 */
class PlacementRaceTest {
  private static final int CALLERS = 16;
  private static final int CORES_OF_A_HOST = 8;
  private static final int MOST_REPETITIONS = 40;
  private static final List<String> STRATEGIES = List.of("spread", "partition", "cluster");

  private static TestDatabase database;
  private static ExecutorService threads;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    threads = Executors.newFixedThreadPool(CALLERS);
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
    database.close();
  }

  /** The test's name shows the seed; {@code -Djarrah.test.seed} repeats one. */
  static LongStream seeds() {
    Long given = Long.getLong("jarrah.test.seed");
    return given == null ? new Random().longs(4, 0, 1_000_000) : LongStream.of(given);
  }

  /** What a caller was refused, with the text that explains it. */
  private record Refusal(RunInstancesRequest request, String text) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void alone(long seed) throws Exception {
    race(seed, List.of());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inGroupsOfEachStrategy(long seed) throws Exception {
    race(seed, STRATEGIES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inOneSpreadGroup(long seed) throws Exception {
    race(seed, List.of("spread", "spread"));
  }

  private static void race(long seed, List<String> groups) throws Exception {
    Random random = new Random(seed);
    int hosts = 3 + random.nextInt(4);
    World world = new World(database, hosts);
    Map<String, String> groupIds = new HashMap<>();
    Owner owner = new Owner(world);
    for (String strategy : STRATEGIES) {
      groupIds.put(
          strategy, owner.makesGroup(strategy, strategy, strategy.equals("partition") ? 3 : null));
    }
    owner.runs(hosts * CORES_OF_A_HOST - 10 - random.nextInt(8));
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    List<Callable<List<Refusal>>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Random own = new Random(random.nextLong());
      callers.add(
          () -> {
            start.await(30, TimeUnit.SECONDS);
            return launchSeveral(world, own, groups);
          });
    }
    List<Refusal> refusals = new ArrayList<>();
    for (Future<List<Refusal>> caller : threads.invokeAll(callers, 120, TimeUnit.SECONDS)) {
      refusals.addAll(caller.get());
    }
    world.inTransaction(() -> new Outcome(world, groupIds).check(refusals));
  }

  private static List<Refusal> launchSeveral(World world, Random random, List<String> groups) {
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RunInstancesRequest request = request(random, groups);
      String refused = launch(world, request);
      if (!refused.isEmpty()) {
        refusals.add(new Refusal(request, refused));
      }
    }
    return refusals;
  }

  private static RunInstancesRequest request(Random random, List<String> groups) {
    int min = 1 + random.nextInt(2);
    int kind = random.nextInt(groups.size() + 1);
    if (groups.isEmpty() || kind == groups.size()) {
      RunInstancesRequest request = Owner.request(min, min + random.nextInt(2));
      request.instanceType = random.nextBoolean() ? "m1.small" : "c1.medium";
      return request;
    }
    String group = groups.get(kind);
    Integer partition =
        group.equals("partition") && random.nextBoolean() ? 1 + random.nextInt(3) : null;
    return Owner.inGroup(min, min, group, partition);
  }

  /** Empty if it was launched, else the explanation; a busy cloud is asked again. */
  private static String launch(World world, RunInstancesRequest request) {
    for (int i = 0; i < MOST_REPETITIONS; i++) {
      try {
        new Owner(world).run(request);
        return "";
      } catch (ApiException refused) {
        if (refused.code() == ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY) {
          return Objects.requireNonNull(refused.getMessage());
        }
        assertThat(refused.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
      }
    }
    throw new AssertionError("too busy " + MOST_REPETITIONS + " times");
  }

  /** What there is after a race. */
  private static final class Outcome {
    private final World world;
    private final Map<String, String> groupIds;
    private final GroupHostRepository uses = new GroupHostRepository(database.entityManager());
    private final List<Host> hosts;
    private final List<Instance> instances;

    Outcome(World world, Map<String, String> groupIds) {
      this.world = world;
      this.groupIds = groupIds;
      this.hosts = world.cloud().hosts().all();
      this.instances =
          world.cloud().instances().list("123456789012", EnumSet.allOf(InstanceState.class));
    }

    boolean check(List<Refusal> refusals) {
      for (Host host : hosts) {
        int cores = on(host).stream().mapToInt(instance -> instance.demand().cores()).sum();
        assertThat(cores).as("double bookings on " + host.name()).isLessThanOrEqualTo(8);
        assertThat(host.room().used().cores()).as(host.name()).isEqualTo(cores);
        assertThat(world.cloud().hosts().allocated(host.id())).isEqualTo(host.room().used());
        checkGroups(host);
      }
      for (Instance instance : instances) {
        assertThat(instance.residence().note()).contains("ROUNDROBIN chose").hasSizeLessThan(1025);
      }
      for (Refusal refusal : refusals) {
        assertThat(refusal.text()).contains(" fit. Hosts: ").containsPattern("too full|in use by");
        assertThat(places(refusal.request()))
            .as("places left although this was refused: " + refusal.text())
            .isLessThan(refusal.request().minCount);
      }
      return true;
    }

    private List<Instance> on(Host host) {
      return instances.stream().filter(i -> i.hostId().equals(host.id())).toList();
    }

    private void checkGroups(Host host) {
      List<GroupSeat> seats =
          on(host).stream()
              .map(instance -> instance.residence().group())
              .filter(Objects::nonNull)
              .toList();
      assertThat(seats.stream().filter(seat -> seat.groupName().equals("spread")).count())
          .as("members of the spread group on " + host.name())
          .isLessThanOrEqualTo(1);
      assertThat(
              seats.stream()
                  .filter(seat -> seat.groupName().equals("partition"))
                  .map(GroupSeat::partition)
                  .distinct()
                  .count())
          .as("partitions on " + host.name())
          .isLessThanOrEqualTo(1);
    }

    /** For how many of such instances there is a place now. */
    private int places(RunInstancesRequest request) {
      int cores = "c1.medium".equals(request.instanceType) ? 2 : 1;
      int places = 0;
      for (Host host : hosts) {
        int fitting = (CORES_OF_A_HOST - host.room().used().cores()) / cores;
        places += Math.min(fitting, seats(host, request.placement));
      }
      return places;
    }

    private int seats(Host host, @Nullable PlacementRequest asked) {
      if (asked == null || asked.groupName == null) {
        return Integer.MAX_VALUE;
      }
      String group = asked.groupName;
      Integer partition = asked.partitionNumber;
      GroupHost use =
          uses.find(Objects.requireNonNull(groupIds.get(group)), host.id()).orElse(null);
      return switch (group) {
        case "spread" -> use == null ? 1 : 0;
        case "partition" ->
            use == null || partition == null || use.partition() == partition
                ? Integer.MAX_VALUE
                : 0;
        default -> Integer.MAX_VALUE;
      };
    }
  }
}

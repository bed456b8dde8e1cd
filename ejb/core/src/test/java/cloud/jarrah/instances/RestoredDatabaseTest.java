package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database is a back-up's: hosts have lived on since, and are ahead of it. */
class RestoredDatabaseTest {
  private final TestDatabase database = TestDatabase.create();
  private final World world = World.sharing(database, 3);
  private final FakeHost host = world.hosts().iterator().next();
  private final List<String> fenced = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  private ListHostsResponse.Host shown() {
    return world.cloud().shownHost(host.id());
  }

  private void failAndReturn() {
    world.fence(
        id -> {
          fenced.add(id);
          return Fence.Outcome.off("switched off");
        });
    world.pass(Duration.ofMinutes(3));
    world.silence(host.id());
    world.pass(Duration.ofSeconds(150));
    assertThat(shown().standing()).isEqualTo(HostStanding.FENCED.name());
    world.speakAgain(host.id());
    world.pass(Duration.ofMinutes(3));
    assertThat(shown().standing()).isEqualTo(HostStanding.ACTIVE.name());
  }

  private void restore(int epoch) {
    world.inTransaction(
        () ->
            database
                .entityManager()
                .createQuery("update Host h set h.epoch = :epoch where h.id = :host")
                .setParameter("epoch", epoch)
                .setParameter("host", host.id())
                .executeUpdate());
  }

  private int epoch() {
    return world.inTransaction(() -> world.cloud().hosts().find(host.id())).orElseThrow().epoch();
  }

  @Test
  void hostThatHasFailedSinceTheBackupIsHeardAndUsed() {
    failAndReturn();
    assertThat(epoch()).isEqualTo(2);

    restore(1);
    world.pass(Duration.ofMinutes(5));

    assertThat(fenced).containsExactly(host.id());
    assertThat(shown().state()).isEqualTo("UP");
    assertThat(epoch()).isEqualTo(2);
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(6);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    assertThat(host.present()).isNotEmpty();
    new Consistency(world).check(ids);
  }

  @Test
  void instanceThatHasMovedSinceTheBackupIsStartedNowhereElse() {
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(6);
    ids.forEach(each -> owner.awaitsSettled(each, InstanceState.RUNNING));
    String id =
        ids.stream()
            .filter(each -> world.instance(each).hostId().equals(host.id()))
            .findFirst()
            .orElseThrow();
    failAndReturn();
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String there = world.instance(id).hostId();
    assertThat(there).isNotEqualTo(host.id());

    restore(1);
    restore(id);
    world.pass(Duration.ofMinutes(10));

    assertThat(listing(id)).containsExactly(there);
    world.host(there).loses(id);
    forgetSightings();
    world.until("it runs where its row says", () -> listing(id).equals(List.of(host.id())));
  }

  /** As the audit does with those that are not repeated. */
  private void forgetSightings() {
    database
        .transactions()
        .run(
            () ->
                new SightingRepository(database.entityManager())
                    .forget(world.time().now(), Instant.EPOCH));
  }

  private List<String> listing(String id) {
    return world.hosts().stream()
        .filter(each -> each.present().contains(id))
        .map(FakeHost::id)
        .toList();
  }

  /** Its row and its room are again as they were when it was first launched. */
  private void restore(String id) {
    world.inTransaction(
        () -> {
          database
              .entityManager()
              .createQuery(
                  "update Instance i set i.residence.hostId = :host, i.wish.generation = 1,"
                      + " i.wish.wishGeneration = 1, i.observed.generation = 1,"
                      + " i.observed.epoch = 1 where i.id = :id")
              .setParameter("host", host.id())
              .setParameter("id", id)
              .executeUpdate();
          return database
              .entityManager()
              .createQuery("update Allocation a set a.hostId = :host where a.consumerId = :id")
              .setParameter("host", host.id())
              .setParameter("id", id)
              .executeUpdate();
        });
  }

  @Test
  void whatAHostCannotBeIsNotBelieved() {
    failAndReturn();

    restore(-2000);
    world.pass(Duration.ofMinutes(1));

    assertThat(epoch()).isEqualTo(-2000);
  }
}

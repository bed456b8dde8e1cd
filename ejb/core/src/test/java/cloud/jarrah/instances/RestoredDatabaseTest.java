package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database is a back-up's: hosts have lived on since, and are ahead of it. */
class RestoredDatabaseTest {
  private final TestDatabase database = TestDatabase.create();
  private final World world = new World(database, 3);
  private final FakeHost host = world.hosts().iterator().next();
  private final List<String> fenced = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  private ListHostsResponse.Host shown() {
    return world.cloud().listHosts().hosts().stream()
        .filter(item -> item.id().equals(host.id()))
        .findFirst()
        .orElseThrow();
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
  void whatAHostCannotBeIsNotBelieved() {
    failAndReturn();

    restore(-2000);
    world.pass(Duration.ofMinutes(1));

    assertThat(epoch()).isEqualTo(-2000);
  }
}

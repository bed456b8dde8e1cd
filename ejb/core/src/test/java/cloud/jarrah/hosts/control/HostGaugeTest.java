package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.hosts.entity.RoomRepository;
import cloud.jarrah.hosts.entity.Standing;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostGaugeTest {
  private final SettableTime time = new SettableTime();

  @Test
  void countsAHostThatIsOffAsTheStatusShowsIt() {
    try (TestDatabase database = TestDatabase.create()) {
      HostRepository hosts = new HostRepository(database.entityManager());
      HostStatus status =
          new HostStatus(hosts, new ListenerRepository(database.entityManager()), time);
      HostGauge gauge = new HostGauge(new RoomRepository(database.entityManager()), status);
      database
          .transactions()
          .run(
              () -> {
                hosts.add(new Host("host-1", "one", "zone", time.now()));
                hosts.add(new Host("host-2", "two", "zone", time.now()));
                hosts.add(new Host("host-3", "three", "zone", time.now()));
              });
      database
          .transactions()
          .run(
              () -> {
                hosts.seen(List.of("host-1", "host-2"), time.now());
                Standing.Decision off = new Standing.Decision("n1", 1, time.now());
                hosts.lock("host-2").orElseThrow().fenced(off, "off");
              });

      Map<String, Long> counted = database.transactions().requiresNew(gauge::read);

      assertThat(counted)
          .containsEntry("up", 1L)
          .containsEntry("down", 1L)
          .containsEntry("suspect", 0L)
          .containsEntry("never-seen", 1L);
    }
  }
}

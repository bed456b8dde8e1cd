package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server that switches a host off does not live to see it off. */
class FencingServerTest {
  private final TestDatabase database = TestDatabase.create();
  private final World world = new World(database, 3);
  private final List<String> asked = new ArrayList<>();

  /** The end of a server's process: nothing of it handles this. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @AfterEach
  void close() {
    database.close();
  }

  private HostStanding standing(FakeHost host) {
    return world
        .inTransaction(() -> world.cloud().hosts().find(host.id()))
        .orElseThrow()
        .standing()
        .standing();
  }

  @Test
  void anotherOneGoesOnWhenItHasListenedLongEnough() {
    world.fence(
        id -> {
          asked.add(id);
          if (asked.size() == 1) {
            throw new Died();
          }
          return Fence.Outcome.off("switched off");
        });
    FakeHost host = world.hosts().iterator().next();
    world.pass(Duration.ofMinutes(3));
    world.silence(host.id());
    assertThatThrownBy(() -> world.pass(Duration.ofMinutes(3))).isInstanceOf(Died.class);
    assertThat(standing(host)).isEqualTo(HostStanding.FENCING);

    world.crashServer();
    world.pass(Duration.ofSeconds(110));
    assertThat(asked).as("silence counts anew").hasSize(1);
    assertThat(standing(host)).isEqualTo(HostStanding.FENCING);

    world.pass(Duration.ofMinutes(1));
    assertThat(asked).containsExactly(host.id(), host.id());
    assertThat(standing(host)).isEqualTo(HostStanding.FENCED);
  }
}

package cloud.jarrah.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.scheduling.AgentThreads;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedHypervisorTest {
  private static final String ID = "i-0000000a";
  private static final Duration BOOT = Duration.ofMillis(300);
  private static final BootFiles FILES =
      new BootFiles(Path.of("/disk"), null, null, Path.of("/console"));

  private final AgentThreads threads = AgentThreads.create(2, 2);
  private final SimulatedHypervisor hypervisor =
      new SimulatedHypervisor("h-1", new FaultPlan(), threads, BOOT, away -> {}, id -> null);

  @AfterEach
  void end() {
    threads.close();
  }

  /** The agent that ordered the start has crashed; the next one removes the instance. */
  @Test
  void removedDomainIsNotBroughtBackByAStartThatWasUnderWay() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(hypervisor.ensureRunning(Specs.instance(ID + i), FILES)).isNotNull();
      hypervisor.ensureAbsent(ID + i);
    }
    await().during(BOOT).atMost(BOOT.multipliedBy(10)).until(() -> hypervisor.domains().isEmpty());
  }
}

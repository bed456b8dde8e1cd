package cloud.jarrah.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.node.Berth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedMigrationsTest {
  private static final String ID = "i-0000000a";
  private static final BootFiles FILES =
      new BootFiles(Path.of("/disk"), null, null, Path.of("/console"));

  private final AgentThreads threads = AgentThreads.create(2, 2);
  private final Map<String, SimulatedHypervisor> hosts = new ConcurrentHashMap<>();
  private final FaultPlan faults = new FaultPlan();
  private final List<Duration> crashes = new ArrayList<>();

  @BeforeEach
  void startInstance() throws HypervisorException {
    for (String id : List.of("h-1", "h-2")) {
      hosts.put(
          id,
          new SimulatedHypervisor(id, faults, threads, Duration.ZERO, crashes::add, hosts::get));
    }
    assertThat(host("h-1").ensureRunning(Specs.instance(ID), FILES)).isNotNull();
    await().until(() -> state("h-1") == DomainState.RUNNING);
  }

  @AfterEach
  void end() {
    threads.close();
  }

  private SimulatedHypervisor host(String id) {
    SimulatedHypervisor host = hosts.get(id);
    if (host == null) {
      throw new AssertionError("no host " + id);
    }
    return host;
  }

  private DomainState state(String host) {
    return host(host).domains().getOrDefault(ID, DomainState.CRASHED);
  }

  private Berth prepare() throws HypervisorException {
    return host("h-2").migrations().prepareArrival(Specs.instance(ID), FILES, "h-1");
  }

  private void order(Fault.Action action) {
    faults.add(new Fault("depart", action, 1, 0, true, "no luck"));
  }

  @Test
  void domainRunsAtTheOtherHostAndNoMoreAtItsOwn() throws Exception {
    host("h-1").migrations().depart(ID, prepare());
    assertThat(state("h-1")).isEqualTo(DomainState.MIGRATED);
    assertThat(state("h-2")).isEqualTo(DomainState.RUNNING);
    assertThat(host("h-1").migrations().hasDeparted(ID, false)).isTrue();
    assertThat(host("h-2").migrations().cancelArrival(ID)).isFalse();
  }

  @Test
  void placeThatWasTakenAwayTakesNothingIn() throws Exception {
    Berth berth = prepare();
    assertThat(host("h-2").migrations().cancelArrival(ID)).isTrue();
    assertThatThrownBy(() -> host("h-1").migrations().depart(ID, berth))
        .isInstanceOf(HypervisorException.class);
    assertThat(state("h-1")).isEqualTo(DomainState.RUNNING);
  }

  @Test
  void orderedFailureChangesNothing() throws Exception {
    Berth berth = prepare();
    order(Fault.Action.FAIL);
    assertThatThrownBy(() -> host("h-1").migrations().depart(ID, berth)).hasMessage("no luck");
    assertThat(state("h-1")).isEqualTo(DomainState.RUNNING);
    assertThat(state("h-2")).isEqualTo(DomainState.OFF_FOR_UNKNOWN_REASON);
  }

  @Test
  void agentThatDiesMeanwhileDoesNotSeeTheEnd() throws Exception {
    Berth berth = prepare();
    order(Fault.Action.CRASH_DURING);
    assertThatThrownBy(() -> host("h-1").migrations().depart(ID, berth))
        .isInstanceOf(InterruptedException.class);
    assertThat(crashes).hasSize(1);
    assertThat(state("h-2")).isEqualTo(DomainState.RUNNING);
  }
}

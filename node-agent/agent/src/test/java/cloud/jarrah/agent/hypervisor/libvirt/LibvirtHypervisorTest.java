package cloud.jarrah.agent.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.config.AgentConfig.Libvirt;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.messaging.BrokerAccess;
import cloud.jarrah.agent.passage.Passages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirt.Connect;

/** Over libvirt's own test driver; needs the package libvirt0, and fails without it. */
class LibvirtHypervisorTest {
  private static final String ID = "i-0000000a";
  private static final BootFiles FILES =
      new BootFiles(Path.of("/disk"), null, null, Path.of("/console"));

  private static final BrokerAccess NOBODY =
      new BrokerAccess(List.of("b:1"), "h-1", "", Path.of("/no"), Path.of("/no"), "");

  private LibvirtHypervisor hypervisor;

  @BeforeEach
  void connect() throws HypervisorException {
    hypervisor = open("test:///default");
  }

  private static LibvirtHypervisor open(String uri) throws HypervisorException {
    return new LibvirtHypervisor(
        new Libvirt(uri, "test", "pc", "maximum"),
        "br0",
        id -> Path.of("/nonexistent"),
        new Passages(NOBODY, null, uri));
  }

  @AfterEach
  void end() throws HypervisorException {
    hypervisor.ensureAbsent(ID);
    hypervisor.close();
  }

  private void run() throws HypervisorException {
    assertThat(hypervisor.ensureRunning(Specs.instance(ID), FILES)).isCompleted();
  }

  @Test
  void runningTwiceIsRunning() throws HypervisorException {
    run();
    run();
    assertThat(hypervisor.domains()).containsOnlyKeys(ID).containsEntry(ID, DomainState.RUNNING);
  }

  @Test
  void switchedOffDomainRemains() throws Exception {
    run();
    hypervisor.ensureOff(ID, Duration.ZERO);
    hypervisor.ensureOff(ID, Duration.ZERO);
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.DESTROYED);
    run();
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.RUNNING);
  }

  @Test
  void guestsOwnShutDownIsToldFromADestroyedDomain() throws Exception {
    run();
    // The test driver obeys a request to shut down at once, as a guest would.
    hypervisor.ensureOff(ID, Duration.ofSeconds(10));
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.SHUT_DOWN_BY_GUEST);
  }

  @Test
  void displayIsMissingForGood() throws HypervisorException {
    run();
    assertThatThrownBy(() -> hypervisor.screenshot(ID, false))
        .isInstanceOf(HypervisorException.class)
        .hasMessageContaining("no display")
        .matches(e -> !((HypervisorException) e).retryable());
  }

  @Test
  void interruptOfWhatDoesNotRunIsRefused() {
    assertThatThrownBy(() -> hypervisor.interrupt(ID))
        .isInstanceOf(HypervisorException.class)
        .hasMessageContaining("does not run");
  }

  @Test
  void runningDomainIsInterruptedAndRunsOn() throws HypervisorException {
    run();
    hypervisor.interrupt(ID);
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.RUNNING);
  }

  @Test
  void absentDomainIsGone() throws HypervisorException {
    run();
    hypervisor.ensureAbsent(ID);
    hypervisor.ensureAbsent(ID);
    assertThat(hypervisor.domains()).isEmpty();
  }

  @Test
  void arrivalOfWhatRunsIsNotCancelled() throws HypervisorException {
    run();
    assertThat(hypervisor.migrations().cancelArrival(ID)).isFalse();
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.RUNNING);
  }

  /** For example because the storage of its disk is full. */
  @Test
  void arrivalOfWhatRanAndIsPausedIsNotCancelled() throws Exception {
    run();
    Connect other = new Connect("test:///default");
    other.domainLookupByName(ID).suspend();
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.HELD);
    assertThat(hypervisor.migrations().cancelArrival(ID)).isFalse();
    assertThat(hypervisor.domains()).containsEntry(ID, DomainState.HELD);
    other.close();
  }

  @Test
  void cancelledArrivalLeavesNoDomain() throws Exception {
    run();
    hypervisor.ensureOff(ID, Duration.ZERO);
    assertThat(hypervisor.migrations().cancelArrival(ID)).isTrue();
    assertThat(hypervisor.migrations().cancelArrival(ID)).isTrue();
    assertThat(hypervisor.domains()).isEmpty();
  }

  @Test
  void changesAreTold() throws Exception {
    AtomicInteger changes = new AtomicInteger();
    hypervisor.onChange(changes::incrementAndGet);
    run();
    await().until(() -> changes.get() > 0);
  }

  @Test
  void missingLibvirtdIsAnErrorAndNotAnEmptyList() throws HypervisorException {
    LibvirtHypervisor nowhere = open("qemu+unix:///system?socket=/nonexistent");
    assertThatThrownBy(nowhere::domains)
        .isInstanceOf(HypervisorException.class)
        .hasMessageContaining("does not answer")
        .matches(e -> ((HypervisorException) e).retryable());
    nowhere.close();
  }
}

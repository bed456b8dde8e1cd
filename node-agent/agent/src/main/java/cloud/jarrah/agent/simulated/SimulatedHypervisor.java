package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.node.InstanceSpec;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Domains that only exist as a word; it lives on when its agent crashes. */
final class SimulatedHypervisor implements Hypervisor {
  private final ConcurrentMap<String, Domain> domains = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CompletableFuture<Void>> boots = new ConcurrentHashMap<>();
  private final FaultPlan faults;
  private final AgentThreads threads;
  private final Duration bootMaximum;
  private final Consumer<Duration> crash;
  private final Migrations migrations;
  private volatile Runnable listener = () -> {};

  /** A domain and what its console shows. */
  record Domain(DomainState state, String console, List<String> addresses) {
    Domain with(DomainState newState, String line) {
      String grown = console + line + "\n";
      return new Domain(newState, grown.substring(Math.max(0, grown.length() - 4096)), addresses);
    }
  }

  /**
   * @param crash lets the agent die, and stay away for this long
   * @param others the hypervisor of another host, by the host's id; null: there is none
   */
  SimulatedHypervisor(
      String hostId,
      FaultPlan faults,
      AgentThreads threads,
      Duration bootMaximum,
      Consumer<Duration> crash,
      Function<String, @Nullable SimulatedHypervisor> others) {
    this.faults = faults;
    this.threads = threads;
    this.bootMaximum = bootMaximum;
    this.crash = crash;
    this.migrations = new SimulatedMigrations(hostId, this, others);
  }

  /** A domain that ran before this process began. */
  void restore(String instanceId, List<String> addresses) {
    domains.put(instanceId, new Domain(DomainState.RUNNING, "[running before]\n", addresses));
  }

  void forget(String instanceId) {
    domains.remove(instanceId);
  }

  static List<String> addresses(@Nullable InstanceSpec spec) {
    return spec == null
        ? List.of()
        : spec.ports().stream().map(InstanceSpec.Port::address).toList();
  }

  List<DomainView> views(String host) {
    return domains.entrySet().stream()
        .map(
            each ->
                new DomainView(
                    host, each.getKey(), each.getValue().state(), each.getValue().addresses()))
        .toList();
  }

  @Override
  public String kind() {
    return "simulated";
  }

  @Override
  public CompletionStage<Void> ensureRunning(InstanceSpec spec, BootFiles files)
      throws HypervisorException {
    boolean dying = meetFault("ensure-running");
    Domain present = domains.get(spec.id());
    if (present != null && present.state() == DomainState.RUNNING) {
      return CompletableFuture.completedFuture(null);
    }
    long boot = ThreadLocalRandom.current().nextLong(bootMaximum.toMillis() + 1);
    CompletableFuture<Void> booted = new CompletableFuture<>();
    boots.put(spec.id(), booted);
    threads.after(
        Duration.ofMillis(boot),
        threads.commands(),
        () -> {
          if (!boots.remove(spec.id(), booted)) {
            return;
          }
          domains.putIfAbsent(spec.id(), new Domain(DomainState.RUNNING, "", addresses(spec)));
          change(spec.id(), DomainState.RUNNING, "[" + spec.id() + "] READY");
          if (!dying) {
            booted.complete(null);
          }
        });
    return booted;
  }

  private void change(String instanceId, DomainState state, String line) {
    domains.compute(
        instanceId,
        (id, present) ->
            (present == null ? new Domain(state, "", List.of()) : present).with(state, line));
  }

  @Override
  public void ensureOff(String instanceId, Duration grace) throws HypervisorException {
    meetFault("ensure-stopped");
    domains.computeIfPresent(
        instanceId,
        (id, domain) ->
            domain.state() == DomainState.RUNNING
                ? domain.with(DomainState.DESTROYED, "[switched off]")
                : domain);
  }

  @Override
  public void ensureAbsent(String instanceId) throws HypervisorException {
    meetFault("ensure-absent");
    // Also what an agent that has crashed since was about to start.
    boots.remove(instanceId);
    domains.remove(instanceId);
  }

  @Override
  public void interrupt(String instanceId) throws HypervisorException {
    meetFault("send-interrupt");
    requireRunning(instanceId);
    change(instanceId, DomainState.RUNNING, "[non-maskable interrupt]");
  }

  @Override
  public BufferedImage screenshot(String instanceId, boolean wakeUp) throws HypervisorException {
    meetFault("take-screenshot");
    return SimulatedScreen.draw(requireRunning(instanceId).console(), wakeUp);
  }

  private Domain requireRunning(String instanceId) throws HypervisorException {
    Domain domain = domains.get(instanceId);
    if (domain == null || domain.state() != DomainState.RUNNING) {
      throw new HypervisorException("The instance does not run on this host", true, null);
    }
    return domain;
  }

  /** Whether the agent is about to die: it does not see the end of what it began. */
  boolean meetFault(String kind) throws HypervisorException {
    @Nullable Fault fault = faults.takeForWork(kind);
    if (fault == null) {
      return false;
    }
    if (fault.action() == Fault.Action.FAIL) {
      String message = fault.message();
      throw new HypervisorException(
          message == null ? "simulated failure" : message, fault.retryable(), null);
    }
    crash.accept(Duration.ofMillis(fault.delayMs()));
    return true;
  }

  @Override
  public Migrations migrations() {
    return migrations;
  }

  @Nullable Domain find(String instanceId) {
    return domains.get(instanceId);
  }

  void put(String instanceId, @Nullable Domain domain) {
    if (domain == null) {
      domains.remove(instanceId);
    } else {
      domains.put(instanceId, domain);
    }
    listener.run();
  }

  /** Something happens to a running domain that nobody commanded; false: it does not run. */
  boolean happen(String instanceId, DomainState state) {
    Domain before = domains.get(instanceId);
    if (before == null || before.state() != DomainState.RUNNING) {
      return false;
    }
    change(instanceId, state, "[" + state + "]");
    listener.run();
    return true;
  }

  @Override
  public Map<String, DomainState> domains() {
    Map<String, DomainState> states = new ConcurrentHashMap<>();
    domains.forEach((id, domain) -> states.put(id, domain.state()));
    return states;
  }

  @Override
  public OptionalLong consoleSize(String instanceId) {
    Domain domain = domains.get(instanceId);
    return domain == null ? OptionalLong.empty() : OptionalLong.of(domain.console().length());
  }

  @Override
  public byte[] consoleTail(String instanceId, int limit) {
    Domain domain = domains.get(instanceId);
    byte[] all = (domain == null ? "" : domain.console()).getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOfRange(all, Math.max(0, all.length - limit), all.length);
  }

  @Override
  public void onChange(Runnable newListener) {
    listener = newListener;
  }

  @Override
  public void close() {
    listener = () -> {};
  }
}

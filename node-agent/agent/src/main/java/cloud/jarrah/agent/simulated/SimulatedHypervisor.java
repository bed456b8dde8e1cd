package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.node.InstanceSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Domains that only exist as a word; it lives on when its agent crashes. */
final class SimulatedHypervisor implements Hypervisor {
  private final ConcurrentMap<String, Domain> domains = new ConcurrentHashMap<>();
  private final FaultPlan faults;
  private final AgentThreads threads;
  private final Duration bootMaximum;
  private volatile Runnable listener = () -> {};

  private record Domain(DomainState state, String console) {
    Domain with(DomainState newState, String line) {
      String grown = console + line + "\n";
      return new Domain(newState, grown.substring(Math.max(0, grown.length() - 4096)));
    }
  }

  SimulatedHypervisor(FaultPlan faults, AgentThreads threads, Duration bootMaximum) {
    this.faults = faults;
    this.threads = threads;
    this.bootMaximum = bootMaximum;
  }

  /** A domain that ran before this process began. */
  void restore(String instanceId) {
    domains.put(instanceId, new Domain(DomainState.RUNNING, "[running before]\n"));
  }

  @Override
  public String kind() {
    return "simulated";
  }

  @Override
  public CompletionStage<Void> ensureRunning(InstanceSpec spec, BootFiles files)
      throws HypervisorException {
    failIfOrdered("ensure-running");
    Domain present = domains.get(spec.id());
    if (present != null && present.state() == DomainState.RUNNING) {
      return CompletableFuture.completedFuture(null);
    }
    long boot = ThreadLocalRandom.current().nextLong(bootMaximum.toMillis() + 1);
    CompletableFuture<Void> booted = new CompletableFuture<>();
    threads.after(
        Duration.ofMillis(boot),
        threads.commands(),
        () -> {
          change(spec.id(), DomainState.RUNNING, "[" + spec.id() + "] READY");
          booted.complete(null);
        });
    return booted;
  }

  private void change(String instanceId, DomainState state, String line) {
    domains.compute(
        instanceId,
        (id, present) -> (present == null ? new Domain(state, "") : present).with(state, line));
  }

  @Override
  public void ensureOff(String instanceId, Duration grace) throws HypervisorException {
    failIfOrdered("ensure-stopped");
    domains.computeIfPresent(
        instanceId,
        (id, domain) ->
            domain.state() == DomainState.RUNNING
                ? domain.with(DomainState.DESTROYED, "[switched off]")
                : domain);
  }

  @Override
  public void ensureAbsent(String instanceId) throws HypervisorException {
    failIfOrdered("ensure-absent");
    domains.remove(instanceId);
  }

  private void failIfOrdered(String kind) throws HypervisorException {
    @Nullable Fault fault = faults.take(kind, EnumSet.of(Fault.Action.FAIL));
    if (fault != null) {
      String message = fault.message();
      throw new HypervisorException(
          message == null ? "simulated failure" : message, fault.retryable(), null);
    }
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

package cloud.jarrah.agent.fakes;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.images.DiskException;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.InstanceSpec;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Disks, network and hypervisor in one, which note what was done and do what the test says. */
public final class ScriptedMachine implements Hypervisor, InstanceDisks, Network, Migrations {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, DomainState> domains = new ConcurrentHashMap<>();
  private volatile @Nullable HypervisorException failure;
  private volatile @Nullable HypervisorException startFailure;
  private volatile boolean shared;
  private volatile @Nullable CountDownLatch diskGate;
  private volatile @Nullable CountDownLatch startGate;
  private volatile @Nullable CountDownLatch departureGate;

  public List<String> calls() {
    return calls;
  }

  public void fail(@Nullable HypervisorException exception) {
    failure = exception;
  }

  public void failStarts(@Nullable HypervisorException exception) {
    startFailure = exception;
  }

  /** Preparing a disk waits until the gate opens. */
  public CountDownLatch holdDisks() {
    CountDownLatch gate = new CountDownLatch(1);
    diskGate = gate;
    return gate;
  }

  /** Starting a domain waits until the gate opens, and cannot be interrupted. */
  public CountDownLatch holdStarts() {
    CountDownLatch gate = new CountDownLatch(1);
    startGate = gate;
    return gate;
  }

  public void set(String instanceId, @Nullable DomainState state) {
    if (state == null) {
      domains.remove(instanceId);
    } else {
      domains.put(instanceId, state);
    }
  }

  @Override
  public String kind() {
    return "scripted";
  }

  @Override
  public BootFiles ensure(InstanceSpec spec, boolean mayMake, Instant deadline)
      throws DiskException, InterruptedException {
    calls.add("disk " + spec.id() + (mayMake ? "" : " existing"));
    CountDownLatch gate = diskGate;
    if (gate != null) {
      gate.await();
    }
    return new BootFiles(Path.of("/disk"), null, null, Path.of("/console"));
  }

  @Override
  public CompletionStage<Void> ensureRunning(InstanceSpec spec, BootFiles files)
      throws HypervisorException {
    throwFailure();
    CountDownLatch gate = startGate;
    if (gate != null) {
      awaitUninterruptibly(gate);
    }
    HypervisorException noStart = startFailure;
    if (noStart != null) {
      throw noStart;
    }
    calls.add("start " + spec.id());
    domains.put(spec.id(), DomainState.RUNNING);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public BootFiles makeAnew(InstanceSpec spec, Instant deadline) {
    calls.add("new disk " + spec.id());
    return new BootFiles(Path.of("/disk"), null, null, Path.of("/console"));
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  /** From now on other hosts have the same disks. */
  public void share() {
    shared = true;
  }

  private static void awaitUninterruptibly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a hypervisor's call was interrupted", e);
    }
  }

  @Override
  public void ensureOff(String instanceId, Duration grace) throws HypervisorException {
    throwFailure();
    calls.add("stop " + instanceId);
    domains.computeIfPresent(instanceId, (id, state) -> DomainState.DESTROYED);
  }

  @Override
  public void ensureAbsent(String instanceId) {
    calls.add("remove " + instanceId);
    domains.remove(instanceId);
  }

  @Override
  public void interrupt(String instanceId) throws HypervisorException {
    throwFailure();
    calls.add("interrupt " + instanceId);
  }

  @Override
  public BufferedImage screenshot(String instanceId, boolean wakeUp) throws HypervisorException {
    throwFailure();
    calls.add("screenshot " + instanceId + (wakeUp ? " awake" : ""));
    return new BufferedImage(8, 4, BufferedImage.TYPE_INT_ARGB);
  }

  @Override
  public Migrations migrations() {
    return this;
  }

  @Override
  public Berth prepareArrival(InstanceSpec spec, BootFiles files, String fromHostId)
      throws HypervisorException {
    throwFailure();
    calls.add("await " + spec.id());
    domains.put(spec.id(), DomainState.OFF_FOR_UNKNOWN_REASON);
    return new Berth(fromHostId, "h-1", "127.0.0.1", 1, "/disk", null, null, "/console", "br0");
  }

  @Override
  public boolean cancelArrival(String instanceId) throws HypervisorException {
    throwFailure();
    if (domains.get(instanceId) == DomainState.RUNNING) {
      return false;
    }
    calls.add("cancel arrival " + instanceId);
    domains.remove(instanceId);
    return true;
  }

  /** A departure waits until the gate opens, and ends where {@link #set} says. */
  public CountDownLatch holdDepartures() {
    CountDownLatch gate = new CountDownLatch(1);
    departureGate = gate;
    return gate;
  }

  @Override
  public void depart(String instanceId, Berth to) throws HypervisorException, InterruptedException {
    calls.add("depart " + instanceId);
    CountDownLatch gate = departureGate;
    if (gate != null) {
      gate.await();
    }
    throwFailure();
    domains.put(instanceId, DomainState.MIGRATED);
  }

  @Override
  public boolean hasDeparted(String instanceId, boolean callOff) {
    calls.add((callOff ? "call off " : "look ") + instanceId);
    return domains.get(instanceId) == DomainState.MIGRATED;
  }

  @Override
  public boolean takeBack(String instanceId) {
    calls.add("take back " + instanceId);
    domains.computeIfPresent(
        instanceId, (id, state) -> state == DomainState.IN_MIGRATION ? DomainState.RUNNING : state);
    return domains.get(instanceId) == DomainState.RUNNING;
  }

  private void throwFailure() throws HypervisorException {
    HypervisorException exception = failure;
    if (exception != null) {
      throw exception;
    }
  }

  @Override
  public Map<String, DomainState> domains() throws HypervisorException {
    throwFailure();
    return Map.copyOf(domains);
  }

  @Override
  public OptionalLong consoleSize(String instanceId) {
    return OptionalLong.empty();
  }

  @Override
  public byte[] consoleTail(String instanceId, int limit) {
    return new byte[0];
  }

  @Override
  public void onChange(Runnable listener) {}

  @Override
  public void restore(Collection<InstanceSpec> instances) {}

  @Override
  public void ensure(InstanceSpec instance) {
    calls.add("network " + instance.id());
  }

  @Override
  public void close() {}
}

package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.config.AgentConfig.Libvirt;
import cloud.jarrah.agent.console.ConsoleFile;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.passage.Passages;
import cloud.jarrah.node.InstanceSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/** Domains by libvirt. */
public final class LibvirtHypervisor implements Hypervisor {
  private static final String INSTANCE_ID = "i-[0-9a-f]{8,17}";
  private static final long LOOK_AGAIN_MS = 500;

  private final Libvirt config;
  private final DomainXml xml;
  private final Function<String, Path> consoles;
  private final LibvirtSession session;
  private final Migrations migrations;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changes = lock.newCondition();
  private volatile Runnable listener = () -> {};

  /**
   * @param consoles where an instance's console is written to
   * @param passages the ways to and from other hosts
   */
  public LibvirtHypervisor(
      Libvirt config, String bridge, Function<String, Path> consoles, Passages passages)
      throws HypervisorException {
    this.config = config;
    this.xml = new DomainXml(config, bridge);
    this.consoles = consoles;
    this.session = new LibvirtSession(config.uri());
    this.migrations = new LibvirtMigrations(session, xml, bridge, passages);
    session.onChange(this::changed);
  }

  private void changed() {
    lock.lock();
    try {
      changes.signalAll();
    } finally {
      lock.unlock();
    }
    listener.run();
  }

  @Override
  public String kind() {
    return config.domainType();
  }

  @Override
  public CompletionStage<Void> ensureRunning(InstanceSpec spec, BootFiles files)
      throws HypervisorException {
    LibvirtConnection connection = session.get();
    try (@Nullable HeldDomain present = HeldDomain.find(connection, spec.id())) {
      if (present != null && present.isActive()) {
        present.resumeIfPaused(connection);
      } else {
        // Defined anew each time: the wish may have changed while it was off.
        try (HeldDomain defined = HeldDomain.define(connection, xml.render(spec, files))) {
          defined.start();
        }
      }
      return CompletableFuture.completedFuture(null);
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be started", e);
    }
  }

  @Override
  public void ensureOff(String instanceId, Duration grace)
      throws HypervisorException, InterruptedException {
    LibvirtConnection connection = session.get();
    try (@Nullable HeldDomain domain = HeldDomain.find(connection, instanceId)) {
      if (domain == null) {
        return;
      }
      if (domain.isActive() && !grace.isZero()) {
        domain.askToShutDown();
        awaitOff(domain, grace);
      }
      domain.ensureOff();
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be stopped", e);
    }
  }

  private void awaitOff(HeldDomain domain, Duration grace)
      throws LibvirtException, InterruptedException {
    long end = System.nanoTime() + grace.toNanos();
    lock.lockInterruptibly();
    try {
      while (domain.isActive() && System.nanoTime() - end < 0) {
        // An event may get lost with the connection, so it looks by itself as well.
        boolean unused = changes.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void ensureAbsent(String instanceId) throws HypervisorException {
    LibvirtConnection connection = session.get();
    try (@Nullable HeldDomain domain = HeldDomain.find(connection, instanceId)) {
      if (domain != null) {
        domain.ensureOff();
        domain.undefine();
      }
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be removed", e);
    }
  }

  @Override
  public void interrupt(String instanceId) throws HypervisorException {
    LibvirtConnection connection = session.get();
    try (HeldDomain domain = running(connection, instanceId)) {
      if (!domain.interrupt(connection)) {
        throw new HypervisorException("The hypervisor refused the interrupt", true, null);
      }
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be interrupted", e);
    }
  }

  /** Instances have no display here, and so nothing listens for one: see {@link DomainXml}. */
  @Override
  public BufferedImage screenshot(String instanceId, boolean wakeUp) throws HypervisorException {
    throw new HypervisorException(
        "The instance has no display. Please use GetConsoleOutput.", false, null);
  }

  @Override
  public Migrations migrations() {
    return migrations;
  }

  private static HeldDomain running(LibvirtConnection connection, String instanceId)
      throws HypervisorException, LibvirtException {
    @Nullable HeldDomain domain = HeldDomain.find(connection, instanceId);
    if (domain != null && domain.isActive()) {
      return domain;
    }
    if (domain != null) {
      domain.close();
    }
    throw new HypervisorException("The instance does not run on this host", true, null);
  }

  @Override
  public Map<String, DomainState> domains() throws HypervisorException {
    LibvirtConnection connection = session.get();
    Map<String, DomainState> states = new HashMap<>();
    try {
      for (Domain domain : connection.listAllDomains(0)) {
        String name = domain.getName();
        if (name.matches(INSTANCE_ID)) {
          LibvirtConnection.@Nullable State state = connection.state(domain.getUUIDString());
          if (state == null) {
            // Gone while we looked, or libvirtd is: half a list would be a lie in the latter case.
            session.get();
          } else {
            states.put(name, state.meaning());
          }
        }
        domain.free();
      }
      if (!connection.isAlive()) {
        throw new HypervisorException("libvirt went away while it was asked", true, null);
      }
      return states;
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instances cannot be listed", e);
    }
  }

  @Override
  public OptionalLong consoleSize(String instanceId) {
    return ConsoleFile.size(consoles.apply(instanceId));
  }

  @Override
  public byte[] consoleTail(String instanceId, int limit) throws HypervisorException {
    try {
      return ConsoleFile.tail(consoles.apply(instanceId), limit);
    } catch (IOException | UncheckedIOException e) {
      throw new HypervisorException("The console cannot be read: " + e.getMessage(), true, e);
    }
  }

  @Override
  public void onChange(Runnable newListener) {
    listener = newListener;
  }

  @Override
  public void close() {
    session.close();
  }
}

package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.passage.Passage;
import cloud.jarrah.agent.passage.Passages;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.InstanceSpec;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.libvirt.LibvirtException;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;

/**
 * By libvirt's own peer-to-peer migration, with a copy of the disk's own part. Neither libvirtd nor
 * QEMU listens on the network: both talk through sockets of the agents, which join them by TLS.
 */
final class LibvirtMigrations implements Migrations {
  private static final System.Logger LOG = System.getLogger(LibvirtMigrations.class.getName());

  /** virDomainXMLFlags: without what only this host's libvirt understands. */
  private static final int XML_MIGRATABLE = 8;

  private static final int LIVE = 1;
  private static final int PEER_TO_PEER = 2;
  private static final int COPY_DISK_ABOVE_BASE = 1 << 7;
  private static final int ABORT_ON_DISK_ERROR = 1 << 12;
  private static final int SLOW_DOWN_IF_NEEDED = 1 << 13;
  private static final long LONGEST_WAIT_SECONDS = 60;
  private static final long LONGEST_SETTLING_SECONDS = 30;
  private static final long LOOK_AGAIN_MS = 200;

  private final LibvirtSession session;
  private final DomainXml xml;
  private final String bridge;
  private final Passages passages;
  private final Arrivals arrivals = new Arrivals();

  LibvirtMigrations(LibvirtSession session, DomainXml xml, String bridge, Passages passages) {
    this.session = session;
    this.xml = xml;
    this.bridge = bridge;
    this.passages = passages;
    session.onArrival(arrivals::hear);
  }

  @Override
  public Berth prepareArrival(InstanceSpec spec, BootFiles files, String fromHostId)
      throws HypervisorException {
    Passages.Door door = passages.door();
    LibvirtConnection connection = session.get();
    try (HeldDomain defined = HeldDomain.define(connection, xml.render(spec, files))) {
      LOG.log(Level.DEBUG, "{0} is awaited from {1}", defined.uuid(), fromHostId);
      arrivals.expect(spec.id());
      passages.expect(spec.id());
      return new Berth(
          fromHostId,
          door.hostId(),
          door.address(),
          door.port(),
          files.disk().toString(),
          text(files.kernel()),
          text(files.ramdisk()),
          files.console().toString(),
          bridge);
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be awaited", e);
    }
  }

  private static @Nullable String text(@Nullable Path path) {
    return path == null ? null : path.toString();
  }

  /**
   * Nothing can come in any more once its streams are cut off, so the second look is final: libvirt
   * either ends what was arriving, or had let it run already.
   */
  @Override
  public boolean cancelArrival(String instanceId) throws HypervisorException {
    LibvirtConnection connection = session.get();
    try {
      Arrivals.Verdict verdict = look(connection, instanceId);
      if (verdict != Arrivals.Verdict.CAME) {
        passages.expel(instanceId);
        verdict = lookUntilDecided(connection, instanceId);
      }
      return switch (verdict) {
        case CAME -> false;
        case NOT_COME -> {
          remove(connection, instanceId);
          yield true;
        }
        case UNDECIDED ->
            throw new HypervisorException("The instance is just arriving", true, null);
      };
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance's place cannot be taken away", e);
    }
  }

  private Arrivals.Verdict lookUntilDecided(LibvirtConnection connection, String instanceId)
      throws LibvirtException, HypervisorException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SETTLING_SECONDS);
    try {
      Arrivals.Verdict verdict = look(connection, instanceId);
      while (verdict == Arrivals.Verdict.UNDECIDED && System.nanoTime() - end < 0) {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        verdict = look(connection, instanceId);
      }
      return verdict;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HypervisorException("The agent is ending", true, e);
    }
  }

  private Arrivals.Verdict look(LibvirtConnection connection, String instanceId)
      throws LibvirtException {
    try (@Nullable HeldDomain domain = HeldDomain.find(connection, instanceId)) {
      if (domain == null) {
        return arrivals.judge(instanceId, null, false);
      }
      // In this order: what was still arriving a moment before cannot look as if it had not come.
      boolean arriving = domain.isArriving();
      LibvirtConnection.@Nullable State state = domain.fullState(connection);
      return state == null
          ? Arrivals.Verdict.UNDECIDED
          : arrivals.judge(instanceId, state, arriving);
    }
  }

  private void remove(LibvirtConnection connection, String instanceId)
      throws LibvirtException, HypervisorException {
    try (@Nullable HeldDomain domain = HeldDomain.find(connection, instanceId)) {
      if (domain != null) {
        domain.ensureOff();
        domain.undefine();
      }
    }
    passages.clear(instanceId);
  }

  @Override
  public void depart(String instanceId, Berth to) throws HypervisorException, InterruptedException {
    LibvirtConnection connection = session.get();
    try (HeldDomain domain = required(connection, instanceId);
        Passage passage = passages.open(instanceId, to)) {
      String destination = DestinationXml.rewrite(domain.xml(XML_MIGRATABLE), to);
      await(domain, start(domain, destination, passage));
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be moved", e);
    } catch (IOException e) {
      throw new HypervisorException("The instance cannot be moved: " + e.getMessage(), true, e);
    }
  }

  private static HeldDomain required(LibvirtConnection connection, String instanceId)
      throws HypervisorException, LibvirtException {
    HeldDomain domain = HeldDomain.find(connection, instanceId);
    if (domain == null) {
      throw new HypervisorException("The instance is not on this host", false, null);
    }
    return domain;
  }

  /** In a thread of its own, since the call returns only when all is over. */
  private static CompletableFuture<Void> start(
      HeldDomain domain, String destination, Passage passage) {
    TypedParameter[] parameters = {
      new TypedStringParameter("destination_xml", destination),
      new TypedStringParameter("migrate_uri", "unix://" + passage.memory()),
      new TypedStringParameter("disks_uri", "unix://" + passage.disk()),
      new TypedStringParameter("migrate_disks", "vda"),
    };
    String peer = "qemu+unix:///system?socket=" + passage.control();
    int flags =
        LIVE | PEER_TO_PEER | COPY_DISK_ABOVE_BASE | ABORT_ON_DISK_ERROR | SLOW_DOWN_IF_NEEDED;
    CompletableFuture<Void> moved = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                domain.migrate(peer, parameters, flags);
                moved.complete(null);
              } catch (LibvirtException | RuntimeException e) {
                moved.completeExceptionally(e);
              }
            },
            "migration");
    thread.setDaemon(true);
    thread.start();
    return moved;
  }

  private static void await(HeldDomain domain, CompletableFuture<Void> moved)
      throws LibvirtException, HypervisorException, InterruptedException {
    try {
      moved.get();
    } catch (InterruptedException e) {
      callOff(domain, moved);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LibvirtException failure) {
        throw failure;
      }
      throw new HypervisorException("The instance cannot be moved", true, e);
    }
  }

  /** The order may come before the job has begun, or after it has ended. */
  private static void callOff(HeldDomain domain, CompletableFuture<Void> moved) {
    for (int i = 0; i < LONGEST_WAIT_SECONDS && !moved.isDone(); i++) {
      try {
        domain.abortJob();
      } catch (LibvirtException e) {
        LOG.log(Level.DEBUG, "no move to call off", e);
      }
      try {
        moved.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        LOG.log(Level.DEBUG, "a move is called off", e);
      } catch (InterruptedException e) {
        // Once more only: the agent is ending, and leaves the rest to its next life.
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public boolean hasDeparted(String instanceId, boolean callOff)
      throws HypervisorException, InterruptedException {
    LibvirtConnection connection = session.get();
    try (HeldDomain domain = required(connection, instanceId)) {
      for (int i = 0; domain.hasJob() && (!callOff || i < LONGEST_WAIT_SECONDS); i++) {
        if (callOff) {
          domain.abortJob();
        }
        TimeUnit.SECONDS.sleep(1);
      }
      if (domain.hasJob()) {
        throw new HypervisorException("The instance is still being moved", true, null);
      }
      return domain.state(connection) == DomainState.MIGRATED;
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("Whether the instance has moved is not known", e);
    }
  }

  @Override
  public boolean takeBack(String instanceId) throws HypervisorException {
    LibvirtConnection connection = session.get();
    try (HeldDomain domain = required(connection, instanceId)) {
      if (domain.state(connection) == DomainState.IN_MIGRATION) {
        domain.resume();
      }
      return domain.isActive();
    } catch (LibvirtException e) {
      throw LibvirtFailures.translate("The instance cannot be taken back", e);
    }
  }
}

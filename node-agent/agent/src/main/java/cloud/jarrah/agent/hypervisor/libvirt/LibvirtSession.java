package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.ResumedDetail;

/**
 * Keeps a connection to libvirtd and makes it anew when it broke, not more often than the back-off
 * allows: whoever asks meanwhile is told at once that libvirt does not answer.
 */
final class LibvirtSession implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LibvirtSession.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int CONNECT_SECONDS = 10;
  private static final int KEEPALIVE_SECONDS = 5;
  private static final int KEEPALIVE_COUNT = 4;
  private static boolean eventLoop;

  private final String uri;
  private volatile Runnable changed = () -> {};
  private volatile Consumer<String> arrived = name -> {};
  private @Nullable LibvirtConnection connection;
  private @Nullable CompletableFuture<LibvirtConnection> opening;
  private boolean closed;
  private Duration pause = FIRST_PAUSE;
  private long notBefore = System.nanoTime();

  LibvirtSession(String uri) throws HypervisorException {
    this.uri = uri;
    startEventLoop();
  }

  /** Must happen before the first connection of the process, and once. */
  private static synchronized void startEventLoop() throws HypervisorException {
    if (eventLoop) {
      return;
    }
    try {
      // Errors come as exceptions; without this libvirt prints each of them as well.
      Connect.setErrorCallback((data, error) -> {});
      Library.initEventLoop();
    } catch (LibvirtException | UnsatisfiedLinkError e) {
      throw new HypervisorException(
          "libvirt cannot be used: is the package libvirt0 installed? " + e.getMessage(), false, e);
    }
    Thread loop = new Thread(LibvirtSession::loop, "libvirt-events");
    loop.setDaemon(true);
    loop.start();
    eventLoop = true;
  }

  private static void loop() {
    try {
      Library.runEventLoop();
    } catch (LibvirtException e) {
      LOG.log(Level.ERROR, "no more events from libvirt; changes are seen by polling only", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void onChange(Runnable listener) {
    changed = listener;
  }

  /** {@code listener} is told the name of each domain that goes on after a move. */
  void onArrival(Consumer<String> listener) {
    arrived = listener;
  }

  LibvirtConnection get() throws HypervisorException {
    CompletableFuture<LibvirtConnection> pending;
    synchronized (this) {
      LibvirtConnection present = connection;
      if (present != null && isAlive(present)) {
        return present;
      }
      drop();
      pending = opening;
      if (pending == null) {
        if (System.nanoTime() - notBefore < 0) {
          throw silent("", null);
        }
        pending = open();
        opening = pending;
      }
    }
    return await(pending);
  }

  /** In a thread of its own: a libvirtd that hangs would take the caller's for ever. */
  private CompletableFuture<LibvirtConnection> open() {
    CompletableFuture<LibvirtConnection> pending = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                LibvirtConnection opened = new LibvirtConnection(uri);
                listen(opened);
                opened(opened);
                pending.complete(opened);
              } catch (LibvirtException e) {
                failed();
                pending.completeExceptionally(e);
              }
            },
            "libvirt-connect");
    thread.setDaemon(true);
    thread.start();
    return pending;
  }

  private synchronized void opened(LibvirtConnection fresh) {
    opening = null;
    connection = fresh;
    pause = FIRST_PAUSE;
    if (closed) {
      drop();
    }
  }

  private synchronized void failed() {
    opening = null;
    notBefore = System.nanoTime() + pause.toNanos();
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private LibvirtConnection await(CompletableFuture<LibvirtConnection> pending)
      throws HypervisorException {
    try {
      return pending.get(CONNECT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw silent(e.getCause() == null ? "" : ": " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw silent(" within " + CONNECT_SECONDS + " seconds", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(": the agent is ending", e);
    }
  }

  private HypervisorException silent(String how, @Nullable Throwable why) {
    return new HypervisorException("libvirt at " + uri + " does not answer" + how, true, why);
  }

  private void listen(LibvirtConnection opened) throws LibvirtException {
    opened.addLifecycleListener(
        (domain, event) -> {
          if (event.getType() == DomainEventType.RESUMED
              && event.<ResumedDetail>getDetail() == ResumedDetail.MIGRATED) {
            tellArrival(domain);
          }
          changed.run();
          return 0;
        });
    try {
      opened.registerCloseListener((connect, reason) -> changed.run());
      opened.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
    } catch (LibvirtException e) {
      LOG.log(Level.DEBUG, "this driver has no connection that could break", e);
    }
  }

  private void tellArrival(Domain domain) {
    try {
      arrived.accept(domain.getName());
    } catch (LibvirtException e) {
      LOG.log(Level.WARNING, "a domain without a name has come", e);
    }
  }

  private static boolean isAlive(LibvirtConnection candidate) {
    try {
      return candidate.isAlive();
    } catch (LibvirtException e) {
      LOG.log(Level.DEBUG, "the connection to libvirt is broken", e);
      return false;
    }
  }

  private void drop() {
    LibvirtConnection last = connection;
    connection = null;
    if (last != null) {
      try {
        last.close();
      } catch (LibvirtException e) {
        LOG.log(Level.DEBUG, "closing a broken connection to libvirt", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    changed = () -> {};
    closed = true;
    drop();
  }
}

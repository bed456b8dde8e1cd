package cloud.jarrah.agent.metadata;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.metadata.HttpMessages.BadRequestException;
import cloud.jarrah.agent.metadata.HttpMessages.Request;
import cloud.jarrah.agent.metadata.HttpMessages.Response;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.agent.scheduling.AgentThreads.Cancellable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listens for guests. Each guest may hold a few connections, each for a short time, so that none
 * can keep the others of its host from their metadata.
 */
public final class MetadataServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(MetadataServer.class.getName());
  private static final int MOST_PER_GUEST = 8;
  private static final int MOST_THREADS = 64;
  private static final int SILENCE_MS = 5_000;
  private static final long CONNECTION_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final int STACK_BYTES = 256 * 1024;

  private final ServerSocket listener;
  private final ThreadPoolExecutor threads;
  private final Map<String, Integer> perGuest = new HashMap<>();
  private final Map<Socket, Long> open = new ConcurrentHashMap<>();
  private final Cancellable sweeping;

  /** Binds, so that a wrong address is known before anything else begins. */
  public MetadataServer(HostPort bind, AgentThreads agent) throws IOException {
    this.listener = new ServerSocket();
    listener.setReuseAddress(true);
    try {
      listener.bind(new InetSocketAddress(InetAddress.getByName(bind.host()), bind.port()), 128);
    } catch (IOException e) {
      listener.close();
      throw new IOException(
          "Cannot listen at "
              + bind.host()
              + ":"
              + bind.port()
              + " (jarrah.agent.metadata.bind); is the address on the bridge? "
              + e.getMessage(),
          e);
    }
    AtomicInteger count = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "metadata-" + count.incrementAndGet()));
    this.sweeping = agent.every(SWEEP, SWEEP, agent.commands(), this::sweep);
  }

  public void start(MetadataService service) {
    daemon(() -> accept(service), "metadata").start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private void accept(MetadataService service) {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept(), service);
      } catch (IOException e) {
        Level level = listener.isClosed() ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "metadata: a connection was not accepted", e);
      }
    }
  }

  private void admit(Socket socket, MetadataService service) throws IOException {
    String guest = socket.getInetAddress().getHostAddress();
    if (!enter(guest)) {
      socket.close();
      return;
    }
    open.put(socket, System.nanoTime() + CONNECTION_NANOS);
    try {
      threads.execute(() -> serve(socket, guest, service));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "metadata: all threads are busy");
      leave(socket, guest);
    }
  }

  private boolean enter(String guest) {
    synchronized (perGuest) {
      int count = perGuest.getOrDefault(guest, 0);
      if (count < MOST_PER_GUEST) {
        perGuest.put(guest, count + 1);
        return true;
      }
      return false;
    }
  }

  private void leave(Socket socket, String guest) {
    open.remove(socket);
    synchronized (perGuest) {
      perGuest.computeIfPresent(guest, (g, count) -> count == 1 ? null : count - 1);
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing a connection", e);
    }
  }

  /** Ends connections whose time is over, also those that hang in a write. */
  private void sweep() {
    long now = System.nanoTime();
    open.forEach(
        (socket, end) -> {
          if (now - end > 0) {
            close(socket);
          }
        });
  }

  private void serve(Socket socket, String guest, MetadataService service) {
    try (Socket closed = socket) {
      closed.setTcpNoDelay(true);
      closed.setSoTimeout(SILENCE_MS);
      InputStream in = new BufferedInputStream(closed.getInputStream(), 1024);
      boolean more = true;
      while (more) {
        more = exchange(request -> service.answer(guest, request), in, closed.getOutputStream());
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "metadata: the connection of {0} ended: {1}", guest, e);
    } finally {
      leave(socket, guest);
    }
  }

  private boolean exchange(Function<Request, Response> service, InputStream in, OutputStream out)
      throws IOException {
    try {
      @Nullable Request request = HttpMessages.read(in);
      if (request == null) {
        return false;
      }
      Response response = service.apply(request);
      boolean withBody = !request.method().equals("HEAD");
      HttpMessages.write(out, response, withBody, request.keepAlive());
      return request.keepAlive();
    } catch (BadRequestException e) {
      HttpMessages.write(out, Response.error(400, "Bad Request"), true, false);
      return false;
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing the metadata service", e);
    }
    sweeping.cancel();
    open.keySet().forEach(MetadataServer::close);
    threads.shutdownNow();
  }
}

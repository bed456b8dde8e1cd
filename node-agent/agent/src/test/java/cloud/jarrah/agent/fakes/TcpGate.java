package cloud.jarrah.agent.fakes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to a broker on loopback, which can freeze (all is accepted, nothing passes, as with a
 * stopped process) and break (all is reset, nothing is accepted).
 */
public final class TcpGate implements Closeable {
  private final int target;
  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> inside = new CopyOnWriteArrayList<>();
  private final Object door = new Object();
  private ServerSocket listener;
  private boolean frozen;
  private final AtomicInteger passed = new AtomicInteger();

  public TcpGate(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = listener.getLocalPort();
    threads.execute(this::listen);
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Connections that were let through so far. */
  public int passed() {
    return passed.get();
  }

  private void listen() {
    ServerSocket open = listener;
    try {
      while (true) {
        Socket near = open.accept();
        inside.add(near);
        threads.execute(() -> enter(near));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void enter(Socket near) {
    try {
      awaitThaw();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      inside.add(far);
      passed.incrementAndGet();
      threads.execute(() -> pump(near, far));
      pump(far, near);
    } catch (IOException | InterruptedException e) {
      // The end of this connection.
    }
  }

  private void awaitThaw() throws InterruptedException {
    synchronized (door) {
      while (frozen) {
        door.wait();
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitThaw();
        out.write(buffer, 0, n);
      }
    } catch (IOException | InterruptedException e) {
      // The end of this connection.
    }
  }

  public void freeze() {
    synchronized (door) {
      frozen = true;
    }
  }

  public void thaw() {
    synchronized (door) {
      frozen = false;
      door.notifyAll();
    }
  }

  /** Resets what is inside and lets nobody in. */
  public void breakDown() throws IOException {
    listener.close();
    for (Socket socket : inside) {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    }
    inside.clear();
  }

  public void restore() throws IOException {
    listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : inside) {
      socket.close();
    }
    threads.shutdownNow();
  }
}

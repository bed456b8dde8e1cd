package cloud.jarrah.agent.passage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Joins a local socket and a TLS connection until one of them ends. */
final class Pipe {
  private static final System.Logger LOG = System.getLogger(Pipe.class.getName());
  private static final int CHUNK = 64 * 1024;

  private Pipe() {}

  /**
   * @param secure TLS over {@code remote}; to close it may wait for ever for somebody who does not
   *     read, so that the connection itself is closed
   */
  static void join(SocketChannel local, Socket secure, Socket remote) {
    Thread back = thread("passage-in", () -> fromRemote(secure, local, remote));
    back.start();
    fromLocal(local, secure, remote);
    try {
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(local, remote);
    }
  }

  static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 256 * 1024);
    thread.setDaemon(true);
    return thread;
  }

  private static void fromLocal(SocketChannel local, Socket secure, Socket remote) {
    byte[] chunk = new byte[CHUNK];
    ByteBuffer buffer = ByteBuffer.wrap(chunk);
    try {
      OutputStream out = secure.getOutputStream();
      while (local.read(buffer.clear()) >= 0) {
        out.write(chunk, 0, buffer.position());
      }
      secure.shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a stream between hosts ended", e);
      close(local, remote);
    }
  }

  private static void fromRemote(Socket secure, SocketChannel local, Socket remote) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = secure.getInputStream();
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, count);
        while (buffer.hasRemaining()) {
          local.write(buffer);
        }
      }
      local.shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a stream between hosts ended", e);
      close(local, remote);
    }
  }

  static void close(Closeable... all) {
    for (Closeable each : all) {
      try {
        each.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "closing a stream between hosts", e);
      }
    }
  }
}

package cloud.jarrah.agent.passage;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who came in for which instance, and who may. One lock for all of it: nobody slips in while an
 * instance's connections are being closed.
 */
final class Guests {
  private final Set<Guest> inside = new HashSet<>();
  private final Set<String> barred = new HashSet<>();
  private Function<String, @Nullable String> awaitedFrom = instanceId -> null;

  /** One connection, from its admission to its end; equal to itself only. */
  static final class Guest implements Closeable {
    private final String instanceId;
    private final Socket remote;
    private final SocketChannel local;
    private long strangerSince;

    private Guest(String instanceId, Socket remote, SocketChannel local) {
      this.instanceId = instanceId;
      this.remote = remote;
      this.local = local;
    }

    @Override
    public void close() {
      Pipe.close(local, remote);
    }
  }

  /**
   * @param hosts which host an instance is awaited from; null: it is not awaited
   */
  synchronized void ask(Function<String, @Nullable String> hosts) {
    awaitedFrom = hosts;
  }

  synchronized Guest admit(String instanceId, String hostId, Socket remote, SocketChannel local)
      throws IOException {
    @Nullable String host = barred.contains(instanceId) ? null : awaitedFrom.apply(instanceId);
    if (host == null || hostId.isEmpty() || !host.equals(hostId)) {
      throw new IOException("nothing is awaited from the host '" + hostId + "'");
    }
    Guest guest = new Guest(instanceId, remote, local);
    inside.add(guest);
    return guest;
  }

  synchronized void leave(Guest guest) {
    inside.remove(guest);
  }

  /** Closes all that came for the instance, and lets nothing more in until it is expected anew. */
  synchronized void expel(String instanceId) {
    barred.add(instanceId);
    inside.stream().filter(guest -> guest.instanceId.equals(instanceId)).forEach(Guest::close);
  }

  synchronized void expect(String instanceId) {
    barred.remove(instanceId);
  }

  /**
   * Closes what came for instances that are not awaited any more.
   *
   * @param farewell how long the two hypervisors may need to take leave of each other
   */
  synchronized void sweep(Duration farewell) {
    barred.removeIf(instanceId -> awaitedFrom.apply(instanceId) == null);
    long now = System.nanoTime();
    for (Guest guest : inside) {
      if (awaitedFrom.apply(guest.instanceId) != null) {
        guest.strangerSince = 0;
      } else if (guest.strangerSince == 0) {
        guest.strangerSince = now;
      } else if (now - guest.strangerSince >= farewell.toNanos()) {
        guest.close();
      }
    }
  }
}

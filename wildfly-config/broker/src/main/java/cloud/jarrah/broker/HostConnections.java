package cloud.jarrah.broker;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection per host: who connects anew has lost the former one, even if this side has not
 * noticed yet, and the former one would go on swallowing commands.
 */
final class HostConnections {
  private static final String ANEW = "the host has connected anew";
  private static final Logger LOG = Logger.getLogger(HostConnections.class);

  private final Map<String, WeakReference<RemotingConnection>> newest = new HashMap<>();
  private final Executor closer;

  HostConnections() {
    this(oneThread());
  }

  HostConnections(Executor closer) {
    this.closer = closer;
  }

  // Closing may wait for a peer that is gone: never on the broker's own threads.
  private static Executor oneThread() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            2,
            2,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread made = new Thread(task, "former agent connections");
              made.setDaemon(true);
              return made;
            });
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  /** The host has a session on this connection. */
  void admitted(String host, RemotingConnection connection) {
    @Nullable RemotingConnection former;
    synchronized (newest) {
      @Nullable WeakReference<RemotingConnection> known =
          newest.put(host, new WeakReference<>(connection));
      former = known == null ? null : known.get();
    }
    if (former != null && !former.equals(connection)) {
      RemotingConnection gone = former;
      LOG.debugf("Host %s connected anew; its former connection is closed", host);
      // To close its socket alone would leave its sessions until their time to live is over.
      closer.execute(() -> gone.fail(new ActiveMQNotConnectedException(ANEW)));
    }
  }
}

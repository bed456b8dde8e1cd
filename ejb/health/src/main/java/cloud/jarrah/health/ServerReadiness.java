package cloud.jarrah.health;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Asks database and broker, at most once a second, however often it is asked itself. Migrations are
 * done when this exists at all: a deployment whose migration fails does not come up.
 */
@Singleton
public class ServerReadiness implements Readiness {
  private static final Logger LOG = Logger.getLogger(ServerReadiness.class);
  private static final String READY = "ready";
  private static final long FRESH_NANOS = 1_000_000_000L;

  /** Made by who stops the server, so that a balancer notices before. */
  private final Path leaving =
      Path.of(System.getProperty("jboss.server.data.dir", ".")).resolve("leaving");

  @Resource(lookup = "java:jboss/datasources/JarrahDS")
  DataSource database;

  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory broker;

  @Inject Standstill standstill;

  private String last = "starting";
  private long since = System.nanoTime() - 2 * FRESH_NANOS;

  @Override
  public boolean leaving() {
    return Files.exists(leaving);
  }

  @Override
  public boolean ready() {
    return READY.equals(reason());
  }

  @Override
  public synchronized String reason() {
    if (leaving()) {
      return "this server is about to stop";
    }
    if (standstill.justOver()) {
      return "this server stood still, and reads what it was asked before that";
    }
    if (System.nanoTime() - since > FRESH_NANOS) {
      last = look();
      since = System.nanoTime();
    }
    return last;
  }

  private String look() {
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(2)) {
        return "the database does not answer";
      }
    } catch (SQLException e) {
      LOG.debugf(e, "database not reachable");
      return "the database is not reachable";
    }
    try (JMSContext context = broker.createContext()) {
      context.getMetaData();
      return READY;
    } catch (JMSRuntimeException e) {
      LOG.debugf(e, "broker not reachable");
      return "the message broker is not reachable";
    }
  }
}

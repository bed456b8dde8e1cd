package cloud.jarrah.agent.messaging;

import cloud.jarrah.agent.scheduling.AgentThreads;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection to one of the brokers. When it breaks, another broker is tried at once, and
 * the next; only when all have failed the link waits. It goes back to the host's own broker when
 * that is there again, slowly, so that a returning server gets its share and not all at a time.
 */
public final class BrokerLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BrokerLink.class.getName());

  /** Many hosts lose the same broker at the same moment. */
  private static final Duration JITTER = Duration.ofMillis(200);

  /** A broker that lets in and breaks again is not there yet. */
  private static final Duration STABLE = Duration.ofSeconds(10);

  /** Parts of a link that have a life of their own. */
  public record Parts(
      BrokerAccess access, KnownBrokers brokers, CommandInbox inbox, AgentThreads threads) {}

  private final Parts parts;
  private final Backoff backoff;
  private final Hearing hearing;
  private final Runnable connected;
  private boolean closed;
  private boolean complained;
  private @Nullable BrokerLine line;

  /**
   * @param patience how long the cloud may say nothing before another broker is tried
   * @param connected called after each successful connect
   */
  public BrokerLink(Parts parts, Backoff backoff, Duration patience, Runnable connected) {
    this.parts = parts;
    this.backoff = backoff;
    this.hearing = new Hearing(patience, System::nanoTime);
    this.connected = connected;
  }

  private String host() {
    return parts.access().user();
  }

  public void start(Duration delay) {
    later(delay, this::connect);
  }

  private void later(Duration delay, Runnable task) {
    parts.threads().after(delay, parts.threads().link(), task);
  }

  private static Duration upTo(Duration most) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
  }

  public synchronized boolean isConnected() {
    return line != null;
  }

  private void connect() {
    String broker;
    synchronized (this) {
      if (closed || line != null) {
        return;
      }
      broker = parts.brokers().next();
    }
    try {
      BrokerLine opened = open(broker);
      if (!adopt(opened)) {
        opened.abandon();
        return;
      }
      LOG.log(Level.INFO, host() + " is connected to " + broker);
      connected.run();
    } catch (JMSException | RuntimeException e) {
      retry(broker, e);
    }
  }

  private BrokerLine open(String broker) throws JMSException {
    return BrokerLine.open(parts.access(), broker, this::onMessage, this::broken);
  }

  private synchronized boolean adopt(BrokerLine opened) {
    if (closed) {
      return false;
    }
    line = opened;
    complained = false;
    hearing.connected();
    return true;
  }

  private void retry(String broker, Exception why) {
    Duration delay = parts.brokers().untried() ? upTo(JITTER) : backoff.next();
    synchronized (this) {
      if (closed) {
        return;
      }
      // Once per outage: a thousand hosts must not fill the disk while the cloud is down.
      Level level = complained ? Level.DEBUG : Level.WARNING;
      complained = true;
      LOG.log(level, host() + " cannot connect to " + broker + ": " + reason(why));
      LOG.log(Level.DEBUG, "in detail", why);
    }
    later(delay, this::connect);
  }

  private static String reason(Exception why) {
    return why instanceof JMSSecurityException
        ? "the cloud does not accept this host's credential. If the host was removed from the cloud,"
            + " remove its state directory and enrol it again."
        : String.valueOf(why.getMessage());
  }

  private void onMessage(Message message) {
    try {
      if (message instanceof TextMessage text && text.getText() != null) {
        if (parts.inbox().receive(text.getText())) {
          hearing.heard();
        }
      } else {
        LOG.log(Level.WARNING, "dropped a command that is not text");
      }
    } catch (JMSException | RuntimeException e) {
      // Redelivery would only bring the same message again.
      LOG.log(Level.WARNING, "dropped a command", e);
    }
  }

  /** Says a report; false if there is no connection, which is then being made anew. */
  public boolean send(String text) {
    BrokerLine current;
    synchronized (this) {
      current = line;
    }
    if (current == null) {
      return false;
    }
    try {
      current.send(text);
      return true;
    } catch (JMSException e) {
      broken(current, e);
      return false;
    }
  }

  /** To be called now and then: gives up a connection through which the cloud is not heard. */
  public void check() {
    BrokerLine current;
    synchronized (this) {
      current = line;
    }
    if (current != null && hearing.isDeaf()) {
      broken(current, new JMSException("the broker is there, but the cloud does not answer"));
    }
  }

  private void broken(BrokerLine lost, Exception why) {
    synchronized (this) {
      if (!lost.equals(line)) {
        return;
      }
      line = null;
    }
    parts.brokers().lost(lost.broker());
    LOG.log(
        Level.WARNING,
        host() + " lost its connection to " + lost.broker() + ": " + why.getMessage());
    later(Duration.ZERO, lost::abandon);
    boolean stable = lost.age().compareTo(STABLE) >= 0;
    if (stable) {
      backoff.succeeded();
    }
    later(stable ? upTo(JITTER) : backoff.next(), this::connect);
  }

  /** To be called rarely, each host at another time: moves to the host's own broker. */
  public void goHome() {
    String home = parts.brokers().home();
    synchronized (this) {
      if (closed || line == null || line.broker().equals(home)) {
        return;
      }
    }
    BrokerLine opened;
    try {
      opened = open(home);
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, host() + " stays where it is: " + home + " is not there", e);
      return;
    }
    @Nullable BrokerLine former;
    synchronized (this) {
      former = line;
    }
    if (former == null || !adopt(opened)) {
      opened.abandon();
      return;
    }
    LOG.log(Level.INFO, host() + " is back at " + home);
    former.close();
    connected.run();
  }

  @Override
  public void close() {
    @Nullable BrokerLine last;
    synchronized (this) {
      closed = true;
      last = line;
      line = null;
    }
    if (last != null) {
      last.abandon();
    }
  }
}

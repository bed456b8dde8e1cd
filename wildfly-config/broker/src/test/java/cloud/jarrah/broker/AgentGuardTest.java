package cloud.jarrah.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentGuardTest {
  private static final long WAIT_MS = 5_000;

  private GuardedBroker broker;
  private JMSContext server;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    broker = new GuardedBroker(directory);
    server = broker.server();
    server.createProducer().send(commands(server, "h-a"), "for a");
    server.createProducer().send(commands(server, "h-b"), "for b");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    broker.stop();
  }

  @Test
  void hostReceivesItsOwnCommands() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a,O=Jarrah", "h-a")) {
      JMSConsumer consumer = a.createConsumer(commands(a, "h-a"));
      assertThat(consumer.receiveBody(String.class, WAIT_MS)).isEqualTo("for a");
    }
  }

  @Test
  void hostWaitsForCommandsThatWereNeverSentYet() throws Exception {
    try (JMSContext c = broker.agent("CN=h-c", "h-c")) {
      JMSConsumer consumer = c.createConsumer(commands(c, "h-c"));
      server.createProducer().send(commands(server, "h-c"), "for c");
      assertThat(consumer.receiveBody(String.class, WAIT_MS)).isEqualTo("for c");
    }
    try (JMSContext c = broker.agent("CN=h-c", "h-c")) {
      assertRefused(() -> c.createConsumer(commands(c, "h-d")));
    }
  }

  @Test
  void hostReportsInItsOwnName() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      send(a, reports(a), "h-a", "alive");
    }
    assertThat(nextReport()).isEqualTo("alive");
  }

  @Test
  void reportInManyPiecesPasses() throws Exception {
    String text = "x".repeat(1_000_000);
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      send(a, reports(a), "h-a", text);
    }
    assertThat(nextReport()).isEqualTo(text);
  }

  @Test
  void tooLongReportEndsTheConnection() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> send(a, reports(a), "h-a", "x".repeat(5_000_000)));
    }
  }

  @Test
  void reportInAnotherNameEndsTheConnection() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> send(a, reports(a), "h-b", "alive"));
    }
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> send(a, reports(a), "h-b", "x".repeat(1_000_000)));
    }
    assertThat(server.createConsumer(reports(server)).receiveNoWait()).isNull();
  }

  @Test
  void userOfAnotherHostIsRefused() {
    assertRefused(() -> broker.agent("CN=h-b", "h-a").createContext(JMSContext.AUTO_ACKNOWLEDGE));
  }

  @Test
  void clusterUserIsForServersOnly() {
    assertRefused(() -> broker.agent("CN=h-b", "ACTIVEMQ.CLUSTER.ADMIN.USER").start());
  }

  @Test
  void connectionWithoutCertificateIsRefused() {
    assertRefused(() -> broker.withoutTls("h-a").start());
  }

  @Test
  void commandsOfAnotherHostAreNeitherReadNorSeen() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> a.createConsumer(commands(a, "h-b")).receive(WAIT_MS));
    }
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> a.createBrowser(commands(a, "h-b")).getEnumeration().hasMoreElements());
    }
    JMSConsumer rightful = server.createConsumer(commands(server, "h-b"));
    assertThat(rightful.receiveBody(String.class, WAIT_MS)).isEqualTo("for b");
  }

  @Test
  void ownCommandsCannotBeBrowsed() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> a.createBrowser(commands(a, "h-a")).getEnumeration().hasMoreElements());
    }
  }

  @Test
  void reportsAreNotReadByHosts() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> a.createConsumer(reports(a)).receive(WAIT_MS));
    }
  }

  @Test
  void commandsAreNotSentByHosts() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> send(a, commands(a, "h-b"), "h-a", "stop"));
    }
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> send(a, commands(a, "h-a"), "h-a", "stop"));
    }
  }

  @Test
  void queuesTopicsAndManagementAreClosed() throws Exception {
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(a::createTemporaryQueue);
    }
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> a.createConsumer(a.createTopic("any")));
    }
    try (JMSContext a = broker.agent("CN=h-a", "h-a")) {
      assertRefused(() -> send(a, a.createQueue("activemq.management"), "h-a", "list"));
    }
  }

  @Test
  void newConnectionOfAHostEndsItsFormerOne() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (JMSContext former = broker.agent("CN=h-a", "h-a");
        JMSConsumer idle = former.createConsumer(commands(former, "h-a"))) {
      assertThat(idle.receiveBody(String.class, WAIT_MS)).isEqualTo("for a");
      former.setExceptionListener(e -> ended.countDown());
      try (JMSContext newer = broker.agent("CN=h-a", "h-a")) {
        assertThat(ended.await(WAIT_MS, TimeUnit.MILLISECONDS)).isTrue();
        JMSConsumer consumer = newer.createConsumer(commands(newer, "h-a"));
        for (int i = 0; i < 4; i++) {
          server.createProducer().send(commands(server, "h-a"), "again " + i);
          assertThat(consumer.receiveBody(String.class, WAIT_MS)).isEqualTo("again " + i);
        }
      }
    }
  }

  @Test
  void hostThatConnectsAgainAndAgainIsPutOffAndOthersAreNot() throws Exception {
    // On a slow machine it earns new attempts meanwhile; AdmissionTest counts by a clock of its
    // own.
    assertRefused(
        () -> {
          for (int i = 0; i < 100; i++) {
            broker.agent("CN=h-a", "h-a").close();
          }
        });
    try (JMSContext b = broker.agent("CN=h-b", "h-b")) {
      JMSConsumer consumer = b.createConsumer(commands(b, "h-b"));
      assertThat(consumer.receiveBody(String.class, WAIT_MS)).isEqualTo("for b");
    }
  }

  private static Queue commands(JMSContext context, String host) {
    return context.createQueue("jarrah.node." + host);
  }

  private static Queue reports(JMSContext context) {
    return context.createQueue("jarrah.reports");
  }

  private static void send(JMSContext context, Queue queue, String host, String text)
      throws JMSException {
    TextMessage message = context.createTextMessage(text);
    message.setStringProperty(HostRules.HOST_PROPERTY, host);
    context.createProducer().setDeliveryMode(1).send(queue, message);
  }

  private String nextReport() {
    return server.createConsumer(reports(server)).receiveBody(String.class, WAIT_MS);
  }

  private static void assertRefused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOfAny(JMSException.class, JMSRuntimeException.class);
  }
}

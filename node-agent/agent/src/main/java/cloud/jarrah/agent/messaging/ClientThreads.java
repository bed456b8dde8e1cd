package cloud.jarrah.agent.messaging;

import org.apache.activemq.artemis.api.core.client.ActiveMQClient;

/** The threads that the client library shares among all connections of the process. */
public final class ClientThreads {
  private static final int AS_MANY_AS_NEEDED = -1;

  private ClientThreads() {}

  /**
   * For a process of many hosts; before its first connection. A connection that breaks holds a
   * thread until another one has said that no message of it is in work. With the library's limit,
   * eight per core, hundreds that break together wait for each other, ten seconds at a time, and
   * the others hear nothing meanwhile.
   */
  public static void withoutLimit() {
    ActiveMQClient.setGlobalThreadPoolProperties(
        AS_MANY_AS_NEEDED,
        ActiveMQClient.getGlobalScheduledThreadPoolSize(),
        ActiveMQClient.getGlobalFlowControlThreadPoolSize());
  }
}

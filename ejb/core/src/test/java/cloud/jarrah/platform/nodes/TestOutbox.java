package cloud.jarrah.platform.nodes;

import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.persistence.EntityManager;

/** Makes an outbox without a container. */
public final class TestOutbox {
  private TestOutbox() {}

  public static CommandOutbox create(
      EntityManager entities,
      CommandTransport transport,
      HostEpochs epochs,
      Transactions transactions,
      DatabaseTime time,
      Ids ids) {
    return new CommandOutbox(
        new CommandRepository(entities),
        transport,
        epochs,
        transactions,
        time,
        ids,
        CommandNotes.NONE);
  }
}

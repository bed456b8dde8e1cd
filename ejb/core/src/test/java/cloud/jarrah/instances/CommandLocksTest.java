package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.OneHostWorld;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server sends commands while another works on the instances that they are for. */
class CommandLocksTest extends OneHostWorld {

  @Test
  void aServerThatSendsPassesOverTheCommandsOfABatchInWork() {
    List<String> launched = owner.runs(3);
    world.cloud().reconcile();
    int sent =
        world.inTransaction(
            () -> {
              Map<String, OutgoingCommand> batch =
                  world.cloud().outbox().openFor(launched.subList(0, 2));
              assertThat(batch).hasSize(2);
              // Another server, in a transaction of its own: it must neither wait nor change them.
              int sentElsewhere = inAnotherThread(() -> world.cloud().publish());
              batch.values().forEach(world.cloud().outbox()::withdraw);
              return sentElsewhere;
            });
    assertThat(sent).isEqualTo(1);
    assertThat(world.inTransaction(() -> world.cloud().outbox().openFor(launched))).hasSize(1);
  }

  @Test
  void whatWasPassedOverIsSentAsSoonAsTheBatchHasEnded() {
    String id = owner.runs(1).get(0);
    world.cloud().reconcile();
    world.inTransaction(
        () -> {
          assertThat(world.cloud().outbox().openFor(List.of(id))).hasSize(1);
          return inAnotherThread(() -> world.cloud().publish());
        });
    assertThat(world.cloud().publish()).isEqualTo(1);
    owner.awaitsSettled(id, InstanceState.RUNNING);
  }

  private static int inAnotherThread(java.util.function.Supplier<Integer> work) {
    return CompletableFuture.supplyAsync(work).orTimeout(8, TimeUnit.SECONDS).join();
  }
}

package cloud.jarrah.agent.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeReport.Capacity;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import cloud.jarrah.node.NodeReport.Heartbeat;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeReport.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportOutboxTest {
  private final AtomicInteger made = new AtomicInteger();
  private final ReportOutbox outbox =
      new ReportOutbox(
          () ->
              new Inventory(
                  new Capacity(1, 1, 1, "x", "1"), List.of(), "d" + made.incrementAndGet()),
          () -> new Heartbeat("d"));

  private static CommandResult result(int number) {
    return new CommandResult("c-" + number, "i", 1, Outcome.DONE, false, null, null);
  }

  private List<NodeReport> drain() {
    List<NodeReport> all = new ArrayList<>();
    for (@Nullable NodeReport next = outbox.next(); next != null; next = outbox.next()) {
      all.add(next);
    }
    return all;
  }

  @Test
  void resultComesAfterTheInventory() {
    outbox.result(result(1));
    assertThat(drain()).hasExactlyElementsOfTypes(Inventory.class, CommandResult.class);
  }

  @Test
  void onlyTheNewestInventoryWaitsAndItIsMadeWhenSent() {
    outbox.inventoryDue();
    outbox.inventoryDue();
    outbox.heartbeatDue();
    assertThat(made.get()).isZero();
    assertThat(drain()).hasExactlyElementsOfTypes(Inventory.class);
  }

  @Test
  void resultsAreBoundedAndTheNewestKept() {
    for (int i = 0; i <= ReportOutbox.MOST_RESULTS; i++) {
      outbox.result(result(i));
    }
    List<NodeReport> all = drain();
    assertThat(all).hasSize(ReportOutbox.MOST_RESULTS + 1);
    assertThat(all).contains(result(ReportOutbox.MOST_RESULTS)).doesNotContain(result(0));
  }

  @Test
  void consoleKeepsItsNewestOutput() {
    Instant now = Instant.EPOCH;
    outbox.console(new ConsoleOutput("i-1", "old", now));
    outbox.console(new ConsoleOutput("i-1", "new", now));
    for (int i = 0; i < 2 * ReportOutbox.MOST_CONSOLES; i++) {
      outbox.console(new ConsoleOutput("i-x" + i, "x", now));
    }
    outbox.console(new ConsoleOutput("i-1", "newest", now));
    assertThat(drain())
        .hasSize(ReportOutbox.MOST_CONSOLES)
        .contains(new ConsoleOutput("i-1", "newest", now));
  }
}

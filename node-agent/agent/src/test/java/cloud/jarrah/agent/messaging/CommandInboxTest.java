package cloud.jarrah.agent.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.RecordedReports;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.ReportHeard;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.NodeWire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandInboxTest {
  private final List<CommandEnvelope> commands = new ArrayList<>();
  private final List<List<String>> kept = new ArrayList<>();
  private final RecordedReports reports = new RecordedReports();
  private final CommandInbox inbox =
      new CommandInbox(
          "h-1",
          new KnownBrokers("h-1", List.of("a:1"), List.of("a:1"), kept::add),
          reports,
          commands::add);

  private static String message(int version, String host, NodeCommand command) {
    return NodeWire.encode(
        new CommandEnvelope(version, "c-1", host, 1, "r-1", 4, Instant.EPOCH, "r", command));
  }

  @Test
  void answerOfTheCloudIsTakenAsSuchAndTeachesTheBrokers() {
    String heard = message(2, "h-1", new ReportHeard(1, 1, List.of("b:1", "c:1"), null));
    assertThat(inbox.receive(heard)).isTrue();
    assertThat(kept).containsExactly(List.of("b:1", "c:1"));
    assertThat(commands).isEmpty();
    assertThat(reports.results).as("it is not answered").isEmpty();
  }

  @Test
  void answerToAnotherHostTeachesNothing() {
    assertThat(inbox.receive(message(2, "h-2", new ReportHeard(1, 1, List.of("b:1"), null))))
        .isFalse();
    assertThat(kept).isEmpty();
  }

  @Test
  void wrongListIsDropped() {
    String heard = message(2, "h-1", new ReportHeard(1, 1, List.of("b:1"), null));
    assertThat(inbox.receive(heard.replace("b:1", "b:70000"))).isFalse();
    assertThat(kept).isEmpty();
  }

  @Test
  void commandIsHandedOnAndProvesNothing() {
    assertThat(inbox.receive(message(1, "h-1", new NodeCommand.SendInventory()))).isFalse();
    assertThat(commands).hasSize(1);
  }

  @Test
  void newerVersionIsRefusedWithAReason() {
    int newer = MessageVersions.CURRENT + 1;
    String known = message(newer, "h-1", new NodeCommand.SendInventory());
    inbox.receive(known);
    inbox.receive(known.replace("send-inventory", "of-the-future"));
    assertThat(commands).isEmpty();
    assertThat(reports.results)
        .hasSize(2)
        .allMatch(result -> result.outcome() == Outcome.FAILED && !result.retryable())
        .allMatch(result -> result.commandId().equals("c-1") && result.generation() == 4)
        .extracting(CommandResult::message)
        .allMatch(text -> String.valueOf(text).contains("not " + newer + ": upgrade it"));
  }

  @Test
  void nonsenseIsDropped() {
    assertThat(inbox.receive("{\"version\":1,\"command\":{\"kind\":\"nonsense\"}}")).isFalse();
    assertThat(inbox.receive("")).isFalse();
    assertThat(reports.results).isEmpty();
  }
}

package cloud.jarrah.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.time.Countdown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommandTransportTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> sent = new ArrayList<>();

  private static CommandEnvelope command(String id) {
    NodeCommand command = new NodeCommand.SendInventory();
    return new CommandEnvelope(1, id, "host-1", 1, "host-1", 0, Instant.MAX, "r", command);
  }

  @Test
  void whoWasPausedAmongItsCommandsDoesNotSendTheOthers() {
    Countdown time = Countdown.of(CommandTransport.SENT_WITHIN, nanos::get);
    CommandTransport transport =
        envelope -> {
          sent.add(envelope.commandId());
          nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        };

    transport.sendAll(List.of(command("cmd-1"), command("cmd-2"), command("cmd-3")), time);

    assertThat(sent).containsExactly("cmd-1", "cmd-2");
  }

  @Test
  void nothingOfAFormerEpochArrivesOnceAReturningHostIsTold() {
    assertThat(CommandTransport.ARRIVED_WITHIN)
        .isGreaterThan(CommandTransport.TIME_TO_LIVE.plus(CommandTransport.SENT_WITHIN));
  }
}

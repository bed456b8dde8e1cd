package cloud.jarrah.agent.slumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SleepCommandTest {
  private static SleepCommand command(Duration settles, String... words) {
    return new SleepCommand(List.of(words), "02:00:00:00:00:01", Clock.systemUTC(), settles);
  }

  @Test
  void theCommandIsRunWithItsArgumentsAndNoShell(@TempDir Path directory) throws Exception {
    Path made = directory.resolve("a;b");
    command(Duration.ZERO, "touch", made.toString()).sleep();
    assertThat(Files.exists(made)).isTrue();
  }

  @Test
  void theMachineMaySleepAMomentAfterTheCommandHasEnded() throws Exception {
    long before = System.nanoTime();
    command(Duration.ofMillis(500), "true").sleep();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void aCommandThatFailsIsSaid() {
    assertThatThrownBy(() -> command(Duration.ZERO, "false").sleep())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with 1");
    assertThatThrownBy(() -> command(Duration.ZERO, "/nonexistent/sleep").sleep())
        .isInstanceOf(IOException.class);
  }
}

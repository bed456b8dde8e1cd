package cloud.jarrah.agent.slumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SleepCommandTest {
  @TempDir private Path directory = Path.of("");

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static SleepCommand command(Duration settles, String... words) {
    return command(Clock.systemUTC(), LIMIT, settles, words);
  }

  private static SleepCommand command(
      Clock clock, Duration limit, Duration settles, String... words) {
    return new SleepCommand(List.of(words), "02:00:00:00:00:01", clock, limit, settles);
  }

  @Test
  void theCommandIsRunWithItsArgumentsAndNoShell() throws Exception {
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
  void theMachineMaySleepAlsoAfterACommandThatFailed() {
    long before = System.nanoTime();
    assertThatThrownBy(() -> command(Duration.ofMillis(500), "false").sleep())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with 1");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void theMachineMaySleepAlsoAfterACommandThatDoesNotEnd() {
    SleepCommand command =
        command(Clock.systemUTC(), Duration.ofMillis(100), Duration.ofMillis(500), "sleep", "60");
    long before = System.nanoTime();
    assertThatThrownBy(command::sleep)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is awake");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void aMachineThatHasSleptIsNotWaitedForAnyMore() throws Exception {
    MovableClock clock = new MovableClock();
    Path made = directory.resolve("made");
    SleepCommand command = command(clock, LIMIT, Duration.ofHours(1), "touch", made.toString());
    FutureTask<Void> sleeping =
        new FutureTask<>(
            () -> {
              command.sleep();
              return null;
            });
    new Thread(sleeping, "sleeping").start();
    await().until(() -> Files.exists(made));
    await().during(Duration.ofMillis(300)).until(() -> !sleeping.isDone());
    clock.advance(Duration.ofHours(1));
    await().until(sleeping::isDone);
    sleeping.get();
  }

  /** One that stands still is set back all the time. */
  @Test
  @Timeout(20)
  void aClockThatIsSetBackDoesNotMakeItLonger() throws Exception {
    command(new MovableClock(), LIMIT, Duration.ofMillis(300), "true").sleep();
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

package cloud.jarrah.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleFileTest {
  private Path file = Path.of("");

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("console.log");
  }

  private String tail(int limit) throws Exception {
    return new String(ConsoleFile.tail(file, limit), StandardCharsets.US_ASCII);
  }

  @Test
  void withoutAFileThereIsNoConsole() throws Exception {
    assertThat(ConsoleFile.size(file)).isEmpty();
    assertThat(tail(10)).isEmpty();
  }

  @Test
  void tailIsTheEnd() throws Exception {
    Files.writeString(file, "0123456789");
    assertThat(tail(4)).isEqualTo("6789");
    assertThat(tail(100)).isEqualTo("0123456789");
    assertThat(ConsoleFile.size(file)).hasValue(10);
  }

  @Test
  void longFileIsCutAndItsEndIsKept() throws Exception {
    Files.write(file, new byte[(int) ConsoleFile.LONGEST]);
    Files.writeString(file, "the end", java.nio.file.StandardOpenOption.APPEND);
    assertThat(ConsoleFile.size(file)).hasValue(0);
    Files.writeString(file, " and more", java.nio.file.StandardOpenOption.APPEND);
    assertThat(tail(16)).isEqualTo("the end and more");
  }
}

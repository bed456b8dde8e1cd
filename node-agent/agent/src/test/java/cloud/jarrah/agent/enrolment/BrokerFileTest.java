package cloud.jarrah.agent.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.files.AtomicFiles.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFileTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void listIsKeptOverARestart() {
    new BrokerFile(directory, Durability.POWER_CUT).save(List.of("b:1", "c:2"));
    assertThat(new BrokerFile(directory, Durability.POWER_CUT).load(List.of("a:1")))
        .containsExactly("b:1", "c:2");
  }

  @Test
  void withoutAFileOrWithADamagedOneTheEnrolmentCounts() throws Exception {
    BrokerFile file = new BrokerFile(directory, Durability.POWER_CUT);
    assertThat(file.load(List.of("a:1"))).containsExactly("a:1");
    for (String damaged : List.of("", "{", "{}", "{\"brokers\":[]}", "{\"brokers\":[\"x\"]}")) {
      Files.writeString(directory.resolve("brokers.json"), damaged);
      assertThat(file.load(List.of("a:1"))).as(damaged).containsExactly("a:1");
    }
  }
}

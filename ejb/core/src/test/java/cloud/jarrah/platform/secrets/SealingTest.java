package cloud.jarrah.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  private final Path keys;

  SealingTest(@TempDir Path keys) {
    this.keys = keys;
  }

  private Sealing sealing(int fill) throws IOException {
    byte[] key = new byte[32];
    key[0] = (byte) fill;
    Files.writeString(keys.resolve("master.key"), Base64.getEncoder().encodeToString(key) + "\n");
    return new Sealing(new MasterKeys(keys));
  }

  @Test
  void sealedSecretOpensOnlyWhereItBelongs() throws IOException {
    Sealing sealing = sealing(1);
    String sealed = sealing.seal("secret", "AKIA1");
    assertThat(sealed).doesNotContain("secret").isNotEqualTo(sealing.seal("secret", "AKIA1"));
    assertThat(sealing.open(sealed, "AKIA1")).isEqualTo("secret");
    assertThatThrownBy(() -> sealing.open(sealed, "AKIA2")).hasMessageContaining("tampered");
    assertThatThrownBy(() -> sealing.open("plain", "AKIA1")).hasMessageContaining("format");
  }

  @Test
  void retiredMasterKeyStillOpensWhatItSealed() throws IOException {
    String sealed = sealing(1).seal("secret", "AKIA1");
    String id = new MasterKeys(keys).currentId();
    Files.move(keys.resolve("master.key"), keys.resolve("retired-" + id + ".key"));
    Sealing rotated = sealing(2);
    assertThat(rotated.open(sealed, "AKIA1")).isEqualTo("secret");
    assertThat(rotated.seal("secret", "AKIA1")).doesNotContain(id);
    Files.delete(keys.resolve("retired-" + id + ".key"));
    assertThatThrownBy(() -> sealing(2).open(sealed, "AKIA1"))
        .hasMessageContaining("put it back as retired-" + id);
  }

  @Test
  void missingOrBrokenMasterKeyIsSaidClearly() throws IOException {
    assertThatThrownBy(() -> new MasterKeys(keys)).hasMessageContaining("master.key");
    Files.writeString(keys.resolve("master.key"), "AAAA");
    assertThatThrownBy(() -> new MasterKeys(keys)).hasMessageContaining("32 bytes");
  }
}

package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.secrets.MasterKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A master key and configuration for tests. */
public final class TestKeys {
  private TestKeys() {}

  /** The same key in every run. */
  public static MasterKeys fixed() {
    try {
      Path directory = Files.createTempDirectory("jarrah-keys");
      Path file = directory.resolve("master.key");
      Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
      MasterKeys keys = new MasterKeys(directory);
      Files.delete(file);
      Files.delete(directory);
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Settings settings(Map<String, String> values) {
    return new Settings(name -> Optional.ofNullable(values.get(name)));
  }
}

package cloud.jarrah.platform.secrets;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master key ({@code master.key}: 32 random bytes, base64) and the retired ones it replaced
 * ({@code retired-*.key}), which only open what they sealed.
 */
@Singleton
public final class MasterKeys {
  private static final int BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  private final Map<String, byte[]> keys = new HashMap<>();
  private final String currentId;

  @Inject
  MasterKeys(Settings settings) {
    this(settings.directory("jarrah.keys.dir", "keys"));
  }

  /** Reads the keys in a directory. */
  public MasterKeys(Path directory) {
    currentId = add(directory.resolve("master.key"));
    try (DirectoryStream<Path> retired = Files.newDirectoryStream(directory, "retired-*.key")) {
      retired.forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the retired master keys in " + directory, e);
    }
  }

  private String add(Path file) {
    byte[] key = read(file);
    String id = HexFormat.of().formatHex(hmac(key, "jarrah key id"), 0, 4);
    keys.put(id, key);
    return id;
  }

  private static byte[] read(Path file) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the master key "
              + file
              + "; without it nothing that is sealed can be opened",
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the master key " + file + " is not base64", e);
    }
    if (key.length != BYTES) {
      throw new IllegalStateException("the master key " + file + " must have 32 bytes");
    }
    return key;
  }

  /** Name of the key that seals now. */
  public String currentId() {
    return currentId;
  }

  /**
   * A key for one purpose; knowing it says nothing about the master key or other purposes.
   *
   * @param keyId as {@link #currentId}
   */
  public byte[] derive(String keyId, String purpose) {
    byte[] key = keys.get(keyId);
    if (key == null) {
      throw new IllegalStateException(
          "the master key " + keyId + " is missing; put it back as retired-" + keyId + ".key");
    }
    return hmac(key, "jarrah purpose " + purpose);
  }

  /** From the current key. */
  public byte[] derive(String purpose) {
    return derive(currentId, purpose);
  }

  static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

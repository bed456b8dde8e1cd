package cloud.jarrah.agent.images;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Tells hosts that see the same directory from those that only have one of the same name. */
public final class SharedStorage {
  private static final String MARKER = ".jarrah-storage";

  private SharedStorage() {}

  /**
   * The id in the directory's marker file, which the first host makes. The directory itself must be
   * there: what is not mounted is not to be mistaken for an empty one.
   */
  public static String id(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(
          "jarrah.agent.shared-directory " + directory + " is not there: mount it first");
    }
    Path marker = directory.resolve(MARKER);
    if (!Files.exists(marker)) {
      AtomicFiles.write(
          marker,
          (UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII),
          Durability.POWER_CUT);
    }
    String id = Files.readString(marker, StandardCharsets.US_ASCII).strip();
    if (!id.matches("[0-9a-f-]{36}")) {
      throw new IOException(marker + " does not hold the id of a storage; restore or remove it");
    }
    return id;
  }
}

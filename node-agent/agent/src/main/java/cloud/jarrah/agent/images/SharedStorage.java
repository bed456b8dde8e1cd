package cloud.jarrah.agent.images;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A directory that several hosts have. Its marker tells them from hosts that only have one of the
 * same name, and a mounted storage from the empty place where it should be mounted.
 */
public final class SharedStorage {
  private static final String MARKER = ".jarrah-storage";

  private final Path directory;
  private final String id;

  private SharedStorage(Path directory, String id) {
    this.directory = directory;
    this.id = id;
  }

  /**
   * The first host that comes makes the marker; of two at once, one.
   *
   * @param memory file in which this host keeps the id: where it once found a storage, it makes no
   *     marker any more
   */
  public static SharedStorage open(Path directory, Path memory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(
          "jarrah.agent.shared-directory " + directory + " is not there: mount it first");
    }
    @Nullable String known = readIfPresent(memory);
    if (known == null) {
      Path marker = directory.resolve(MARKER);
      if (!Files.exists(marker)) {
        make(marker);
      }
      known = read(marker);
      AtomicFiles.write(
          memory, (known + "\n").getBytes(StandardCharsets.US_ASCII), Durability.POWER_CUT);
    }
    SharedStorage storage = new SharedStorage(directory, known);
    @Nullable String problem = storage.problem();
    if (problem != null) {
      throw new IOException(
          problem + ". If this host is to use another storage for good, remove " + memory);
    }
    return storage;
  }

  /** A link is made whole or not at all, on network file systems as well, and replaces nothing. */
  private static void make(Path marker) throws IOException {
    String id = UUID.randomUUID().toString();
    Path own = marker.resolveSibling(MARKER + "." + id);
    AtomicFiles.write(own, (id + "\n").getBytes(StandardCharsets.US_ASCII), Durability.POWER_CUT);
    try {
      Files.createLink(marker, own);
    } catch (FileAlreadyExistsException e) {
      // Another host was faster: its id counts.
    } catch (IOException | UnsupportedOperationException e) {
      throw new IOException(
          "jarrah.agent.shared-directory "
              + marker.getParent()
              + " needs a file system with hard links: "
              + e.getMessage(),
          e);
    } finally {
      AtomicFiles.delete(own, Durability.POWER_CUT);
    }
  }

  private static @Nullable String readIfPresent(Path file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static String read(Path file) throws IOException {
    String id = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!id.matches("[0-9a-f-]{36}")) {
      throw new IOException(file + " does not hold the id of a storage; restore or remove it");
    }
    return id;
  }

  public String id() {
    return id;
  }

  /** Nothing may be made or removed where the storage is missing: it passes when it is back. */
  void require() throws DiskException {
    @Nullable String problem = problem();
    if (problem != null) {
      throw new DiskException(problem, true, null);
    }
  }

  private @Nullable String problem() {
    try {
      @Nullable String present = readIfPresent(directory.resolve(MARKER));
      if (present == null) {
        return "The shared directory " + directory + " is not mounted on the host: mount it";
      }
      return present.equals(id)
          ? null
          : "Another storage is mounted at " + directory + " on the host: mount the right one";
    } catch (IOException e) {
      return "The shared directory " + directory + " cannot be read on the host: " + e.getMessage();
    }
  }
}

package cloud.jarrah.images.control;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Keeps the bytes of images. A directory today; an object store can stand behind it, as long as a
 * file once put is never changed.
 */
public interface ImageStore {

  /**
   * Stores a file; when this returns it is whole and survives a power cut.
   *
   * @param inspection looks at the whole file before it gets its name, and may refuse it
   */
  <T> Stored<T> put(String imageId, ReadableByteChannel content, Inspection<T> inspection)
      throws IOException;

  /** The file, for reading. */
  Path open(String imageId) throws IOException;

  void delete(String imageId) throws IOException;

  /** Images whose files have been here for longer than that. */
  Set<String> olderThan(Duration age) throws IOException;

  /** Looks at a file. */
  interface Inspection<T> {
    T inspect(Path file) throws IOException;
  }

  /**
   * A file in the store.
   *
   * @param sha256 lower-case hex
   */
  record Stored<T>(long sizeBytes, String sha256, T inspected) {}
}

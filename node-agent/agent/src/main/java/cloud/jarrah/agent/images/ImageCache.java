package cloud.jarrah.agent.images;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Images as files named by their digest, read-only. An image is fetched once however many instances
 * wait for it; what no instance uses is evicted, the least recently used first, when room is
 * needed.
 */
public final class ImageCache {

  /**
   * @param bytes size of the cache
   * @param largest image that is fetched
   */
  public record Limits(long bytes, long largest) {}

  private final Path directory;
  private final Limits limits;
  private final CloudHttps https;
  private final Executor executor;
  private final Clock clock;
  private final Predicate<String> inUse;
  private final Map<String, ImageFetch> fetches = new HashMap<>();

  /**
   * @param inUse whether an instance needs the image with this digest
   */
  public ImageCache(
      Path directory,
      Limits limits,
      CloudHttps https,
      Executor executor,
      Clock clock,
      Predicate<String> inUse)
      throws IOException {
    this.directory = AtomicFiles.passableDirectory(directory);
    this.limits = limits;
    this.https = https;
    this.executor = executor;
    this.clock = clock;
    this.inUse = inUse;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(ImageCache::isTemporary).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isTemporary(Path file) {
    return file.toString().endsWith(AtomicFiles.TEMPORARY_SUFFIX);
  }

  /** Gives the image's file, fetching it if need be; waits at most until the deadline. */
  public Path obtain(ImageSource source, Instant deadline)
      throws DiskException, InterruptedException {
    if (source.sizeBytes() > limits.largest()) {
      throw new DiskException(
          "The image "
              + source.imageId()
              + " is larger than this host accepts ("
              + limits.largest()
              + " bytes)",
          false,
          null);
    }
    Path file = directory.resolve(source.sha256());
    ImageFetch fetch;
    synchronized (this) {
      if (isComplete(file, source)) {
        touch(file);
        return file;
      }
      fetch = fetches.get(source.sha256());
      if (fetch == null) {
        makeRoom(source.sizeBytes());
        fetch = new ImageFetch(https, source, file, deadline, clock);
        fetches.put(source.sha256(), fetch);
        executor.execute(fetch);
      }
      fetch.join();
    }
    await(fetch, source.sha256());
    touch(file);
    return file;
  }

  /** A file of another size was damaged by somebody else. */
  private static boolean isComplete(Path file, ImageSource source) throws DiskException {
    try {
      return Files.exists(file) && Files.size(file) == source.sizeBytes();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void await(ImageFetch fetch, String sha256) throws DiskException, InterruptedException {
    try {
      fetch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DiskException failure) {
        throw failure;
      }
      throw new DiskException("The image could not be fetched", true, e);
    } finally {
      synchronized (this) {
        if (fetch.leave()) {
          fetches.remove(sha256, fetch);
        }
      }
    }
  }

  private void touch(Path file) throws DiskException {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private record Cached(Path file, String sha256, long size, FileTime used) {
    static Cached of(Path file) throws IOException {
      return new Cached(
          file,
          String.valueOf(file.getFileName()),
          Files.size(file),
          Files.getLastModifiedTime(file));
    }
  }

  private void makeRoom(long wanted) throws DiskException {
    try (Stream<Path> files = Files.list(directory)) {
      long promised = fetches.values().stream().mapToLong(ImageFetch::size).sum();
      long used = promised + wanted;
      java.util.List<Cached> evictable = new java.util.ArrayList<>();
      for (Path file : files.filter(f -> !isTemporary(f)).toList()) {
        Cached cached = Cached.of(file);
        used += cached.size();
        if (!inUse.test(cached.sha256())) {
          evictable.add(cached);
        }
      }
      evictable.sort(java.util.Comparator.comparing(Cached::used));
      for (Cached cached : evictable) {
        if (used > limits.bytes()) {
          Files.delete(cached.file());
          used -= cached.size();
        }
      }
      if (used > limits.bytes()) {
        throw new DiskException(
            "The host's image cache is full of images in use; its administrator can raise"
                + " jarrah.agent.images.cache-mb",
            true,
            null);
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static DiskException broken(IOException e) {
    return new DiskException("The host's image cache cannot be used: " + e.getMessage(), true, e);
  }
}

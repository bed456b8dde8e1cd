package cloud.jarrah.agent.images;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.agent.messaging.Backoff;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The fetching of one image: attempts until it is here, hopeless, late, or nobody waits. */
final class ImageFetch implements Runnable {
  private static final System.Logger LOG = System.getLogger(ImageFetch.class.getName());

  private final CloudHttps https;
  private final ImageSource source;
  private final Path file;
  private final Instant deadline;
  private final Clock clock;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10), new SplittableRandom());
  private final CompletableFuture<Path> done = new CompletableFuture<>();
  private final CompletableFuture<Path> abandoned = new CompletableFuture<>();
  private @Nullable ImageDownload current;
  private int waiting;

  ImageFetch(CloudHttps https, ImageSource source, Path file, Instant deadline, Clock clock) {
    this.https = https;
    this.source = source;
    this.file = file;
    this.deadline = deadline;
    this.clock = clock;
  }

  long size() {
    return source.sizeBytes();
  }

  synchronized void join() {
    waiting++;
  }

  /** True when nobody waits any more; the fetch is then called off if it still runs. */
  synchronized boolean leave() {
    waiting--;
    if (waiting == 0) {
      abandoned.complete(file);
      if (current != null && !done.isDone()) {
        current.cancel();
      }
    }
    return waiting == 0;
  }

  Path get() throws InterruptedException, ExecutionException {
    return done.get();
  }

  @Override
  public void run() {
    try {
      while (!abandoned.isDone()) {
        @Nullable Exception failure = attempt();
        if (failure == null) {
          done.complete(file);
          return;
        }
        Duration pause = backoff.next();
        if (clock.instant().plus(pause).isAfter(deadline)) {
          throw new DiskException(
              "The image "
                  + source.imageId()
                  + " could not be fetched in time: "
                  + failure.getMessage(),
              true,
              failure);
        }
        rest(pause);
      }
      done.cancel(false);
    } catch (DiskException | RuntimeException e) {
      done.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done.completeExceptionally(
          new DiskException("The agent ended while it fetched an image", true, e));
    }
  }

  /** Null: it is here. An exception that is returned is worth another attempt. */
  private @Nullable Exception attempt() throws DiskException {
    // A fetch that was called off may still be closing its file.
    Path temporary =
        file.resolveSibling(
            source.sha256() + "." + System.nanoTime() + AtomicFiles.TEMPORARY_SUFFIX);
    ImageDownload download = new ImageDownload(https, source);
    synchronized (this) {
      current = download;
    }
    try {
      download.to(temporary);
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r--------"));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      return null;
    } catch (FileSystemException e) {
      throw new DiskException(
          "The host has no room for the image " + source.imageId() + ": " + e.getMessage(),
          true,
          e);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "one attempt to fetch " + source.imageId(), e);
      return e;
    } finally {
      remove(temporary);
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot remove " + temporary, e);
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    try {
      abandoned.get(pause.toMillis() + 1, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.log(Level.DEBUG, "fetches {0} once more", source.imageId());
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completes exceptionally", e);
    }
  }
}

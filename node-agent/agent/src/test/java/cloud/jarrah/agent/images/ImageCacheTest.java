package cloud.jarrah.agent.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.ImageServer;
import cloud.jarrah.agent.fakes.MovableClock;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
  private static final int SIZE = 1000;

  private final MovableClock clock = new MovableClock();
  private final Set<String> inUse = new HashSet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Path directory = Path.of("");
  private ImageServer server;
  private ImageCache cache;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    server = new ImageServer(temporary);
    directory = temporary.resolve("images");
    cache = open(10 * SIZE);
  }

  private ImageCache open(long bytes) throws Exception {
    return new ImageCache(
        directory,
        new ImageCache.Limits(bytes, 5 * SIZE),
        CloudHttps.trusting(server.authorityFile()),
        threads,
        clock,
        inUse::contains);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    server.close();
  }

  private Instant soon() {
    return clock.instant().plus(Duration.ofMinutes(1));
  }

  private Path obtain(ImageSource source) throws DiskException, InterruptedException {
    return cache.obtain(source, soon());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void imageIsFetchedOnce() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    Path file = obtain(source);
    assertThat(file).hasBinaryContent(server.content("one"));
    assertThat(obtain(source)).isEqualTo(file);
    assertThat(server.requests("one")).isEqualTo(1);
  }

  @Test
  void thoseWhoWaitShareOneFetch() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    server.hold();
    List<Future<Path>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(threads.submit(() -> obtain(source)));
    }
    await().until(() -> server.requests("one") == 1);
    server.release();
    for (Future<Path> each : waiting) {
      assertThat(each.get()).exists();
    }
    assertThat(server.requests("one")).isEqualTo(1);
  }

  @Test
  void otherContentThanRegisteredIsRefused() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    server.corrupt("one");
    assertThatThrownBy(() -> obtain(source))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("not what was registered")
        .matches(e -> !((DiskException) e).retryable());
    assertThat(files()).isEmpty();
  }

  @Test
  void otherLengthThanRegisteredIsRefused() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    ImageSource shorter = Specs.image(source.imageId(), source.url(), SIZE - 1, source.sha256());
    assertThatThrownBy(() -> obtain(shorter)).hasMessageContaining("not what was registered");
    assertThat(files()).isEmpty();
  }

  @Test
  void failuresOfTheServerAreRetried() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    server.failTimes("one", 2);
    assertThat(obtain(source)).exists();
    assertThat(server.requests("one")).isEqualTo(3);
  }

  @Test
  void retriesEndAtTheDeadline() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    server.failTimes("one", Integer.MAX_VALUE);
    assertThatThrownBy(() -> cache.obtain(source, clock.instant().minusSeconds(1)))
        .hasMessageContaining("in time")
        .matches(e -> ((DiskException) e).retryable());
  }

  @Test
  void expiredAddressIsWorthANewCommand() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    server.refuse("one", 403);
    assertThatThrownBy(() -> obtain(source)).matches(e -> ((DiskException) e).retryable());
    server.refuse("one", 404);
    assertThatThrownBy(() -> obtain(source)).matches(e -> !((DiskException) e).retryable());
  }

  @Test
  void tooLargeImageIsRefusedBeforeItIsFetched() throws Exception {
    ImageSource source = server.offer("one", 6 * SIZE);
    assertThatThrownBy(() -> obtain(source)).hasMessageContaining("larger than this host accepts");
    assertThat(server.requests("one")).isZero();
  }

  @Test
  void serverOfAnotherAuthorityIsNotTrusted(@TempDir Path other) throws Exception {
    ImageServer stranger = new ImageServer(other);
    ImageSource source = stranger.offer("one", SIZE);
    assertThatThrownBy(() -> cache.obtain(source, clock.instant()))
        .isInstanceOf(DiskException.class);
    assertThat(stranger.requests("one")).isZero();
    stranger.close();
  }

  @Test
  void leastRecentlyUsedIsEvictedAndWhatIsInUseNever() throws Exception {
    cache = open(3 * SIZE);
    ImageSource used = server.offer("used", SIZE);
    ImageSource old = server.offer("old", SIZE);
    ImageSource recent = server.offer("recent", SIZE);
    for (ImageSource each : List.of(used, recent, old)) {
      Path unused = obtain(each);
      clock.advance(Duration.ofMinutes(1));
    }
    // Asked for again: now it is the newer of the two.
    Path unused = obtain(recent);
    inUse.add(used.sha256());
    Path added = obtain(server.offer("new", SIZE));
    assertThat(files())
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactlyInAnyOrder(
            used.sha256(), recent.sha256(), String.valueOf(added.getFileName()));
  }

  @Test
  void cacheFullOfImagesInUseSaysSo() throws Exception {
    cache = open(SIZE);
    ImageSource used = server.offer("used", SIZE);
    Path unused = obtain(used);
    inUse.add(used.sha256());
    ImageSource more = server.offer("more", SIZE);
    assertThatThrownBy(() -> obtain(more)).hasMessageContaining("images.cache-mb");
  }

  @Test
  void interruptedWaiterLeavesAndTheFetchEnds() throws Exception {
    ImageSource source = server.offer("one", SIZE);
    server.hold();
    Future<Path> waiting = threads.submit(() -> obtain(source));
    await().until(() -> server.requests("one") == 1);
    assertThat(waiting.cancel(true)).isTrue();
    server.release();
    await().until(() -> files().isEmpty());
    assertThat(obtain(source)).exists();
  }

  @Test
  void halfWrittenFilesAreRemovedAtStart() throws Exception {
    Files.writeString(directory.resolve("abc.1.tmp"), "half");
    ImageCache unused = open(SIZE);
    assertThat(files()).isEmpty();
  }
}

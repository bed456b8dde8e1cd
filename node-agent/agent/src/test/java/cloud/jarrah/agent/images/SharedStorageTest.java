package cloud.jarrah.agent.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStorageTest {
  private static final int HOSTS = 8;

  private Path root = Path.of("");
  private Path shared = Path.of("");

  @BeforeEach
  void make(@TempDir Path directory) throws IOException {
    root = directory;
    shared = Files.createDirectory(directory.resolve("shared"));
  }

  private String open(int host) throws IOException {
    return SharedStorage.open(shared, root.resolve("memory-" + host)).id();
  }

  @Test
  void hostsThatSeeTheSameDirectoryAgree() throws Exception {
    assertThat(open(1)).isEqualTo(open(2)).isEqualTo(open(1));
  }

  @Test
  void hostsThatComeAtOnceAgreeAndLeaveNothingButTheMarker() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(HOSTS);
    for (int round = 0; round < 20; round++) {
      int first = round * HOSTS;
      Files.deleteIfExists(shared.resolve(".jarrah-storage"));
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> ids = new ArrayList<>();
      for (int host = 0; host < HOSTS; host++) {
        int number = first + host;
        ids.add(
            threads.submit(
                () -> {
                  start.await();
                  return open(number);
                }));
      }
      start.countDown();
      Set<String> seen = new HashSet<>();
      for (Future<String> id : ids) {
        seen.add(id.get());
      }
      assertThat(seen).hasSize(1);
    }
    threads.shutdown();
    try (var files = Files.list(shared)) {
      assertThat(files).containsExactly(shared.resolve(".jarrah-storage"));
    }
  }

  @Test
  void missingDirectoryIsNotTakenForAnEmptyOne() throws IOException {
    Files.delete(shared);
    assertThatThrownBy(() -> open(1)).hasMessageContaining("mount it first");
  }

  @Test
  void emptyDirectoryIsNotTakenForTheStorageThatWasThere() throws IOException {
    open(1);
    Files.delete(shared.resolve(".jarrah-storage"));
    assertThatThrownBy(() -> open(1)).hasMessageContaining("is not mounted");
    assertThat(shared).isEmptyDirectory();
  }

  @Test
  void anotherStorageInItsPlaceIsRefused() throws IOException {
    open(1);
    Files.delete(shared.resolve(".jarrah-storage"));
    open(2);
    assertThatThrownBy(() -> open(1)).hasMessageContaining("mount the right one");
  }

  @Test
  void damagedMarkerIsNamed() throws IOException {
    Files.writeString(shared.resolve(".jarrah-storage"), "?");
    assertThatThrownBy(() -> open(1)).hasMessageContaining(".jarrah-storage does not hold the id");
  }
}

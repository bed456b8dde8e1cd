package cloud.jarrah.tags;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many callers may do to one resource's tags at the same moment. */
class TagConcurrencyTest {
  private static final int CALLERS = 8;
  private static final TestDatabase DB = TestDatabase.create();
  private static final TagUser ALICE = new TagUser(DB, Callers.ALICE);
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(CALLERS);

  @AfterAll
  static void close() {
    THREADS.shutdownNow();
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
  }

  /** Each caller's number of tags that were taken. */
  private static int together(CallerWork work) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      calls.add(() -> work.as(caller));
    }
    int sum = 0;
    for (Future<Integer> call : THREADS.invokeAll(calls, 120, TimeUnit.SECONDS)) {
      sum += answerOf(call);
    }
    return sum;
  }

  /** What one of the callers does. */
  private interface CallerWork {
    int as(int caller);
  }

  private static int answerOf(Future<Integer> call) throws InterruptedException {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static int tagOneByOne(int caller, int count) {
    int taken = 0;
    for (int i = 0; i < count; i++) {
      try {
        ALICE.creates(List.of("i-1"), "caller" + caller + "-" + i + "=v");
        taken++;
      } catch (ApiException refused) {
        assertThat(refused.code()).isEqualTo(ErrorCode.TAG_LIMIT_EXCEEDED);
      }
    }
    return taken;
  }

  @Test
  void callersTogetherNeverGetMoreThanFiftyTagsAndNoneIsLost() throws Exception {
    int taken = together(caller -> tagOneByOne(caller, 10));
    assertThat(taken).isEqualTo(50);
    assertThat(ALICE.sees()).hasSize(50);
  }

  @Test
  void callersThatTagSeveralResourcesCrosswiseAllSucceed() throws Exception {
    int done =
        together(
            caller -> {
              List<String> ids =
                  caller % 2 == 0
                      ? List.of("i-1", "i-21", "key-1")
                      : List.of("key-1", "i-21", "i-1");
              ALICE.creates(ids, "same=" + caller, "own" + caller + "=v");
              return 1;
            });
    assertThat(done).isEqualTo(CALLERS);
    assertThat(ALICE.sees()).hasSize(3 * (CALLERS + 1));
    assertThat(ALICE.sees("key", "same"))
        .as("one caller was the last on all of them")
        .extracting(tag -> tag.replaceAll(".*=", ""))
        .containsOnly(ALICE.sees("tag:same", "*").get(0).replaceAll(".*=", ""));
  }
}

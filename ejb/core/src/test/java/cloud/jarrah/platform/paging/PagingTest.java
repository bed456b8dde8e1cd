package cloud.jarrah.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.testing.TestKeys;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

  private final Paging paging = new Paging(TestKeys.fixed());

  private Paging.Page<String> page(String scope, int size, @Nullable String token) {
    return paging.cut(scope, ALL, Function.identity(), size, token);
  }

  @Test
  void pagesFollowEachOtherAndTheLastHasNoToken() {
    Paging.Page<String> first = page("me", 2, null);
    Paging.Page<String> second = page("me", 2, first.nextToken());
    Paging.Page<String> last = page("me", 2, second.nextToken());
    assertThat(first.items()).containsExactly("a", "b");
    assertThat(second.items()).containsExactly("c", "d");
    assertThat(last.items()).containsExactly("e");
    assertThat(last.nextToken()).isNull();
  }

  /** Two at a time, of which only those that are wanted are shown. */
  private static Paging.Stretch<String> stretch(@Nullable String after, String wanted) {
    List<String> read =
        ALL.stream().filter(item -> after == null || item.compareTo(after) > 0).limit(2).toList();
    return new Paging.Stretch<>(
        read.stream().filter(wanted::contains).toList(),
        read.size() < 2 ? null : read.get(read.size() - 1));
  }

  private Paging.Page<String> read(String wanted, @Nullable String token) {
    return paging.read("me", after -> stretch(after, wanted), Function.identity(), 2, token);
  }

  @Test
  void listIsReadAsFarAsThePageNeedsIt() {
    Paging.Page<String> first = read("ade", null);
    assertThat(first.items()).containsExactly("a", "d");
    Paging.Page<String> last = read("ade", first.nextToken());
    assertThat(last.items()).containsExactly("e");
    assertThat(last.nextToken()).isNull();
    assertThat(read("ad", null).nextToken()).as("nothing is left").isNull();
    assertThat(read("", null).items()).isEmpty();
  }

  @Test
  void foreignOrForgedTokenIsRefused() {
    String token = page("me", 2, null).nextToken();
    for (String wrong : new String[] {token + "x", "x" + token, "", ".", "ü"}) {
      assertThatThrownBy(() -> page("me", 2, wrong))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PAGINATION_TOKEN));
    }
    assertThatThrownBy(() -> page("somebody else", 2, token)).isInstanceOf(ApiException.class);
  }

  @Test
  void pageSizeHasLimits() {
    assertThat(Paging.limit(5, 5, 1000)).isEqualTo(5);
    assertThat(Paging.limit(null, 5, 1000)).isNull();
    assertThatThrownBy(() -> Paging.limit(4, 5, 1000)).hasMessageContaining("from 5 to 1000");
    assertThatThrownBy(() -> Paging.limit(1001, 5, 1000)).isInstanceOf(ApiException.class);
  }
}

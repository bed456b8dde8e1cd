package cloud.jarrah.platform.paging;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.secrets.MasterKeys;
import cloud.jarrah.platform.secrets.Signing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts lists into pages. */
@Singleton
public final class Paging {
  private final Signing signing;

  @Inject
  public Paging(MasterKeys keys) {
    signing = new Signing(keys, "paging");
  }

  /**
   * One page.
   *
   * @param nextToken to get the next page with; null on the last
   */
  public record Page<T>(List<T> items, @Nullable String nextToken) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * The page asked for.
   *
   * @param scope whose list and of what, for example account and action; a token of another scope
   *     is refused
   * @param all everything, sorted by key
   * @param maxResults null: all that is left; else see {@link #limit}
   * @param nextToken null: from the beginning
   */
  public <T> Page<T> cut(
      String scope,
      List<T> all,
      Function<T, String> key,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    Optional<String> after =
        nextToken == null ? Optional.empty() : Optional.of(after(scope, nextToken));
    List<T> rest =
        all.stream()
            .filter(item -> after.isEmpty() || key.apply(item).compareTo(after.get()) > 0)
            .toList();
    if (maxResults == null || rest.size() <= maxResults) {
      return new Page<>(rest, null);
    }
    List<T> page = rest.subList(0, maxResults);
    return new Page<>(page, token(scope, key.apply(page.get(page.size() - 1))));
  }

  /**
   * Some of what there is, in order of its key.
   *
   * @param items those of them that are to be shown
   * @param end key of the last one that was read; null: there are no more
   */
  public record Stretch<T>(List<T> items, @Nullable String end) {
    public Stretch {
      items = List.copyOf(items);
    }
  }

  /**
   * The page asked for, of a list that is read only as far as the page needs it.
   *
   * @param source what comes after a key; null: from the beginning
   */
  public <T> Page<T> read(
      String scope,
      Function<@Nullable String, Stretch<T>> source,
      Function<T, String> key,
      int maxResults,
      @Nullable String nextToken) {
    String at = nextToken == null ? null : after(scope, nextToken);
    List<T> found = new ArrayList<>();
    do {
      Stretch<T> stretch = source.apply(at);
      found.addAll(stretch.items());
      at = stretch.end();
    } while (at != null && found.size() <= maxResults);
    if (found.size() <= maxResults) {
      return new Page<>(found, null);
    }
    List<T> page = found.subList(0, maxResults);
    return new Page<>(page, token(scope, key.apply(page.get(page.size() - 1))));
  }

  /** What is named is answered whole: it cannot be asked for in pages. */
  public static void refuse(
      String named, @Nullable Integer maxResults, @Nullable String nextToken) {
    if (maxResults != null || nextToken != null) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "The parameters " + named + " and MaxResults or NextToken cannot be used together.");
    }
  }

  /** Checks MaxResults. */
  public static @Nullable Integer limit(@Nullable Integer maxResults, int least, int most) {
    if (maxResults != null && (maxResults < least || maxResults > most)) {
      throw Wording.invalid(
          "MaxResults", maxResults.toString(), "It must be from " + least + " to " + most + ".");
    }
    return maxResults;
  }

  /** A token for the page after a key. */
  public String token(String scope, String key) {
    String content =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    return content + "." + signing.sign(scope + "\n" + content);
  }

  /** The key after which the page begins. */
  public String after(String scope, String token) {
    int dot = token.indexOf('.');
    if (token.length() > 1024
        || dot < 0
        || !signing.verify(scope + "\n" + token.substring(0, dot), token.substring(dot + 1))) {
      throw new ApiException(
          ErrorCode.INVALID_PAGINATION_TOKEN,
          "The NextToken is not one that this question was answered with; begin again without it.");
    }
    return new String(
        Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
  }
}

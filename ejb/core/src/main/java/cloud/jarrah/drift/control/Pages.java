package cloud.jarrah.drift.control;

import cloud.jarrah.drift.control.DriftCheck.Suspect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through rows in the order of their ids, so many at a time, until enough is named. */
public final class Pages {
  /** Rows of a page. */
  public static final int SIZE = 1000;

  private Pages() {}

  /** One page. */
  @FunctionalInterface
  public interface Look {
    /**
     * Names what is wrong on the page.
     *
     * @param after the last id of the page before; empty: this is the first one
     * @return the last id of this page; null: there are no more rows
     */
    @Nullable String at(String after, Set<Suspect> suspects);
  }

  public static List<Suspect> suspects(int most, Look look) {
    Set<Suspect> suspects = new LinkedHashSet<>();
    String after = "";
    while (after != null && suspects.size() < most) {
      after = look.at(after, suspects);
    }
    return suspects.stream().limit(most).toList();
  }

  /** The id of a full page's last row; null: what is not full is the last page. */
  public static <T> @Nullable String last(List<T> page, Function<T, String> id) {
    return page.size() < SIZE ? null : id.apply(page.get(SIZE - 1));
  }
}

package cloud.jarrah.tags.control;

import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.platform.filters.FilterTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The filters of a kind of resource, with {@code tag:KEY} and {@code tag-key} added.
 *
 * @param <T> the resource
 */
public final class TagFilters<T> {
  private final FilterTable<Row<T>> table;
  private final Function<T, String> id;

  private record Row<T>(T resource, Supplier<Map<String, String>> lookup) {
    Map<String, String> tags() {
      return lookup.get();
    }
  }

  public TagFilters(FilterTable<T> own, Function<T, String> id) {
    this.id = id;
    table =
        own.<Row<T>>within(Row::resource)
            .onPrefix("tag:", (row, key) -> valueOf(row.tags(), key))
            .onAny("tag-key", row -> row.tags().keySet());
  }

  /** With {@code tag-value} too, for the kinds where the public API has had it. */
  public TagFilters<T> andTagValue() {
    table.onAny("tag-value", row -> row.tags().values());
    return this;
  }

  private static Collection<String> valueOf(Map<String, String> tags, String key) {
    String value = tags.get(key);
    return value == null ? List.of() : List.of(value);
  }

  /**
   * What passes all filters.
   *
   * @param tags of all resources that will be looked at
   */
  public Predicate<T> compile(List<Filter> filters, TagSets tags) {
    return compile(filters, () -> tags);
  }

  /** The same with tags that are asked for only if a filter needs them. */
  public Predicate<T> compile(List<Filter> filters, Supplier<TagSets> tags) {
    Predicate<Row<T>> passes = table.compile(filters);
    return resource -> passes.test(new Row<>(resource, () -> tags.get().of(id.apply(resource))));
  }
}

package cloud.jarrah.platform.filters;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.platform.actions.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filters of one kind of resource.
 *
 * @param <T> the resource
 */
public final class FilterTable<T> {
  private static final int MOST_FILTERS = 50;
  private static final int MOST_VALUES = 200;

  private final Map<String, Function<T, Collection<String>>> named = new TreeMap<>();
  private final Map<String, BiFunction<T, String, Collection<String>>> prefixed = new TreeMap<>();

  /** A filter on what may be absent; an absent value fits nothing. */
  public FilterTable<T> on(String name, Function<T, @Nullable Object> value) {
    return onAny(
        name,
        resource -> {
          Object found = value.apply(resource);
          return found == null ? List.of() : List.of(found.toString());
        });
  }

  /** A filter on several values, one of which must fit. */
  public FilterTable<T> onAny(String name, Function<T, Collection<String>> values) {
    named.put(name, values);
    return this;
  }

  /** Filters on what no resource ever has here: known, and fitting nothing. */
  public FilterTable<T> absent(String... names) {
    for (String name : names) {
      onAny(name, resource -> List.of());
    }
    return this;
  }

  /**
   * A family of filters such as {@code tag:KEY}.
   *
   * @param values gets the resource and what follows the prefix
   */
  public FilterTable<T> onPrefix(String prefix, BiFunction<T, String, Collection<String>> values) {
    prefixed.put(prefix, values);
    return this;
  }

  /** The same filters on something that has such a resource in it. */
  public <S> FilterTable<S> within(Function<S, T> resource) {
    FilterTable<S> table = new FilterTable<>();
    named.forEach((name, values) -> table.onAny(name, resource.andThen(values)));
    prefixed.forEach(
        (prefix, values) ->
            table.onPrefix(prefix, (holder, rest) -> values.apply(resource.apply(holder), rest)));
    return table;
  }

  /** What passes all filters; an unknown or empty filter is refused. */
  public Predicate<T> compile(List<Filter> filters) {
    if (filters.size() > MOST_FILTERS) {
      throw new ApiException(
          ErrorCode.FILTER_LIMIT_EXCEEDED,
          "The request has more than " + MOST_FILTERS + " filters.");
    }
    Predicate<T> all = resource -> true;
    for (Filter filter : filters) {
      all = all.and(compile(filter));
    }
    return all;
  }

  private Predicate<T> compile(Filter filter) {
    Function<T, Collection<String>> values = find(filter.name);
    if (filter.valueSet.size() > MOST_VALUES) {
      throw new ApiException(
          ErrorCode.FILTER_LIMIT_EXCEEDED,
          "The filter '" + filter.name + "' has more than " + MOST_VALUES + " values.");
    }
    List<Wildcard> patterns =
        filter.valueSet.stream()
            .map(item -> new Wildcard(item.value == null ? "" : item.value))
            .toList();
    if (patterns.isEmpty()) {
      throw Wording.missing("Filter.Value of the filter '" + filter.name + "'");
    }
    return resource ->
        values.apply(resource).stream()
            .anyMatch(value -> patterns.stream().anyMatch(pattern -> pattern.matches(value)));
  }

  private Function<T, Collection<String>> find(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw Wording.missing("Filter.Name");
    }
    Function<T, Collection<String>> exact = named.get(name);
    if (exact != null) {
      return exact;
    }
    for (var family : prefixed.entrySet()) {
      if (name.startsWith(family.getKey())) {
        String rest = name.substring(family.getKey().length());
        return resource -> family.getValue().apply(resource, rest);
      }
    }
    throw new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "The filter '" + Wording.shown(name) + "' is invalid; there are: " + names() + ".");
  }

  private String names() {
    String families = String.join("KEY, ", prefixed.keySet());
    return String.join(", ", named.keySet()) + (families.isEmpty() ? "" : ", " + families + "KEY");
  }
}

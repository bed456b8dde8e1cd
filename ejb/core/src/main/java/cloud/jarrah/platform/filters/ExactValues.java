package cloud.jarrah.platform.filters;

import cloud.jarrah.api.ec2.Filter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What filters say without wildcards, so that a query can say it and need not read the rest. It
 * only narrows: the filters are to be asked of what was read all the same.
 *
 * @param values one of these; null: anything
 */
public record ExactValues(@Nullable Set<String> values) {
  public ExactValues {
    values = values == null ? null : Set.copyOf(values);
  }

  /** Of the filters that have a name; they have been compiled, so their form is right. */
  public static ExactValues of(List<Filter> filters, String name) {
    ExactValues all = new ExactValues(null);
    for (Filter filter : filters) {
      if (name.equals(filter.name)) {
        all = all.and(literals(filter));
      }
    }
    return all;
  }

  private static @Nullable Set<String> literals(Filter filter) {
    Set<String> literals = new HashSet<>();
    for (var item : filter.valueSet) {
      Optional<String> literal = new Wildcard(Objects.requireNonNullElse(item.value, "")).literal();
      if (literal.isEmpty()) {
        return null;
      }
      // Not in any stored text, and PostgreSQL refuses to compare with it.
      if (literal.get().indexOf('\0') < 0) {
        literals.add(literal.get());
      }
    }
    return literals;
  }

  /** Both must hold. */
  public ExactValues and(@Nullable Set<String> others) {
    if (others == null || values == null) {
      return others == null ? this : new ExactValues(others);
    }
    Set<String> both = new HashSet<>(values);
    both.retainAll(others);
    return new ExactValues(both);
  }

  /** Nothing can hold. */
  public boolean impossible() {
    return values != null && values.isEmpty();
  }
}

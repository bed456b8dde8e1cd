package cloud.jarrah.platform.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTableTest {
  private record Thing(String name, String colour, Map<String, String> tags) {}

  private static final FilterTable<Thing> TABLE =
      new FilterTable<Thing>()
          .on("name", Thing::name)
          .on("colour", Thing::colour)
          .on("nothing", thing -> null)
          .onPrefix("tag:", (thing, key) -> List.of(thing.tags().getOrDefault(key, "")));

  private static final Thing ROSE = new Thing("rose", "red", Map.of("Name", "mine"));

  private static Filter filter(String name, String... values) {
    Filter filter = new Filter();
    filter.name = name;
    for (String value : values) {
      FilterValue item = new FilterValue();
      item.value = value;
      filter.valueSet.add(item);
    }
    return filter;
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true", "a*, abc, true", "*c, abc, true", "a?c, abc, true", "a?, abc, false",
    "*, '', true", "?, '', false", "'', '', true", "A*, abc, false", "a\\*c, a*c, true",
    "a\\*c, abc, false", "a\\?, a?, true", "\\\\, \\, true", "*b*b*, abab, true",
        "a*b?c, aXXbYc, true",
    "a\\, a\\, true"
  })
  void wildcardsMatchAsInTheApi(String pattern, String text, boolean expected) {
    assertThat(new Wildcard(pattern).matches(text)).isEqualTo(expected);
  }

  /** What EC2's documentation says: a backslash before a star, a question mark or a backslash. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\*amazon\\?\\\\ | *amazon?\\ | true",
        "\\*amazon\\?\\\\ | xamazon?\\ | false",
        "\\*amazon\\?\\\\ | *amazonx\\ | false",
        "*\\** | 2*3 | true",
        "*\\** | 2x3 | false",
        "\\\\* | \\anything | true",
        "\\\\* | * | false",
        "\\\\\\* | \\* | true",
        "\\\\\\* | \\x | false",
        "?? | \ud83c\udf33\ud83c\udf33 | true",
        "? | \ud83c\udf33\ud83c\udf33 | false",
        "** | '' | true",
        "*?* | '' | false",
        "a*?c | abc | true",
        "a*?c | ac | false",
        "Prod* | production | false",
        "*É | É | true",
        "*É | é | false",
        "[a-c] | b | false",
        ". | x | false",
        "a%c | abc | false"
      })
  void escapesAndCaseAreAsDocumented(String pattern, String text, boolean expected) {
    assertThat(new Wildcard(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void namesOfFiltersAndTagsAreCaseSensitive() {
    assertThatThrownBy(() -> TABLE.compile(List.of(filter("Name", "rose"))))
        .hasMessageContaining("'Name' is invalid");
    assertThatThrownBy(() -> TABLE.compile(List.of(filter("TAG:Name", "mine"))))
        .hasMessageContaining("'TAG:Name' is invalid");
    assertThat(TABLE.compile(List.of(filter("tag:name", "mine")))).rejects(ROSE);
    assertThat(TABLE.compile(List.of(filter("name", "Rose")))).rejects(ROSE);
  }

  @Test
  void filtersWorkOnWhatHoldsTheResource() {
    FilterTable<List<Thing>> table = TABLE.within(things -> things.get(0));
    assertThat(table.compile(List.of(filter("name", "r?se"), filter("tag:Name", "mine"))))
        .accepts(List.of(ROSE));
    assertThat(table.compile(List.of(filter("tag:Name", "yours")))).rejects(List.of(ROSE));
  }

  @Test
  @Timeout(5)
  void hostilePatternTakesNoTime() {
    assertThat(new Wildcard("*a".repeat(500) + "b").matches("a".repeat(5000))).isFalse();
  }

  @Test
  void filtersAreJoinedByAndValuesByOr() {
    assertThat(TABLE.compile(List.of())).accepts(ROSE);
    assertThat(TABLE.compile(List.of(filter("name", "tulip", "r*")))).accepts(ROSE);
    assertThat(TABLE.compile(List.of(filter("name", "rose"), filter("colour", "blue"))))
        .rejects(ROSE);
    assertThat(TABLE.compile(List.of(filter("nothing", "*")))).rejects(ROSE);
    assertThat(TABLE.compile(List.of(filter("tag:Name", "mi?e")))).accepts(ROSE);
  }

  @Test
  void unknownOrOversizedFilterIsRefused() {
    assertThatThrownBy(() -> TABLE.compile(List.of(filter("size", "1"))))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE))
        .hasMessageContaining("'size' is invalid");
    assertThatThrownBy(() -> TABLE.compile(List.of(filter("name"))))
        .hasMessageContaining("Filter.Value");
    String[] many = Collections.nCopies(201, "x").toArray(new String[0]);
    assertThatThrownBy(() -> TABLE.compile(List.of(filter("name", many))))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.FILTER_LIMIT_EXCEEDED));
  }
}

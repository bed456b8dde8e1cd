package cloud.jarrah.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is measured, what is written down and what the dashboard shows are the same. */
class MetricsDocumentedTest {
  private static final Path PAGE = Path.of("../../docs/observability.md");
  private static final Path DASHBOARD = Path.of("../../docs/grafana/jarrah.json");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(jarrah_\\w+)` \\| (\\w+) \\| ([^|]*) \\|");
  private static final Pattern NAME = Pattern.compile("\\b(?:jarrah|datasources|memory|cpu)_\\w+");

  @Test
  void everyMetricStandsInTheTableAndNoOther() throws IOException {
    assertThat(rows(1)).isEqualTo(exposed());
  }

  @Test
  void eachRowNamesKindAndLabels() throws IOException {
    String page = Files.readString(PAGE);
    for (Metric metric : Metric.values()) {
      String labels =
          metric.labels().stream().map(l -> "`" + l + "`").collect(Collectors.joining(", "));
      assertThat(page)
          .contains(
              "| `"
                  + metric.exposed()
                  + "` | "
                  + metric.kind().name().toLowerCase(java.util.Locale.ROOT)
                  + " | "
                  + labels
                  + " |");
    }
  }

  @Test
  void theDashboardShowsOnlyWhatIsDocumented() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> shown = new TreeSet<>();
    JsonNode dashboard = JsonMapper.builder().build().readTree(DASHBOARD.toFile());
    for (JsonNode expression : dashboard.findValues("expr")) {
      NAME.matcher(expression.textValue()).results().map(m -> m.group()).forEach(shown::add);
    }
    assertThat(shown).hasSizeGreaterThan(10);
    for (String name : shown) {
      String documented = name.replaceAll("_seconds_(count|sum|max)$", "_within_total");
      assertThat(page).as(name).contains("`" + documented + "`");
    }
  }

  @Test
  void theDashboardsPanelsHaveTitlesPlacesAndQueries() throws IOException {
    JsonNode dashboard = JsonMapper.builder().build().readTree(DASHBOARD.toFile());
    assertThat(dashboard.get("uid").textValue()).isEqualTo("jarrah");
    assertThat(dashboard.get("schemaVersion").intValue()).isGreaterThanOrEqualTo(36);
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode panel : dashboard.get("panels")) {
      assertThat(panel.get("title").textValue()).isNotBlank();
      assertThat(panel.get("gridPos").size()).isEqualTo(4);
      assertThat(panel.get("targets")).isNotEmpty();
      assertThat(ids.add(panel.get("id").intValue())).isTrue();
    }
  }

  private static Set<String> exposed() {
    return Arrays.stream(Metric.values())
        .map(Metric::exposed)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rows(int group) throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map(m -> m.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

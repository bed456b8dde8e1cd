package cloud.jarrah.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Service;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is implemented, what is served and what is written down are the same. */
class CatalogueTest {
  private static final Path ROOT = Path.of("../..");
  private static final String COVERAGE = "docs/api-coverage.md";

  /** Of EC2 2014-09-01. */
  private static final int PUBLISHED = 154;

  @Test
  void everyActionStandsInTheCoverageTableAndNoOther() throws IOException {
    assertThat(rows("EC2|STS|administration|hosts")).isEqualTo(handlers(service -> true));
  }

  @Test
  void aPublishedActionIsDoneIfItHasAHandler() throws IOException {
    Set<String> done = rows("done");
    Set<String> open = rows("planned|never");
    assertThat(handlers(service -> service == Service.EC2))
        .containsAll(done)
        .doesNotContainAnyElementsOf(open);
    assertThat(done.size() + open.size()).isEqualTo(PUBLISHED);
    assertThat(Files.readString(ROOT.resolve(COVERAGE)))
        .contains(PUBLISHED + " actions: " + done.size() + " done,");
  }

  @Test
  void everyEc2ActionIsAnOperationOfTheSoapContractAndNoOther() throws IOException {
    assertThat(found("ws/contract/jarrah-ec2.wsdl", Pattern.compile("soapAction=\"(\\w+)\"")))
        .isEqualTo(handlers(service -> service == Service.EC2));
  }

  private static Set<String> handlers(Predicate<Service> wanted) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cloud.jarrah")
            .stream()
            .filter(type -> type.isAnnotatedWith(ApiAction.class))
            .filter(type -> wanted.test(type.getAnnotationOfType(ApiAction.class).service()))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The actions whose row has one of these in its second column. */
  private static Set<String> rows(String second) throws IOException {
    return found(COVERAGE, Pattern.compile("(?m)^\\| `(\\w+)` \\| (?:" + second + ") \\|"));
  }

  private static Set<String> found(String file, Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

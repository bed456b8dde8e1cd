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

  @Test
  void everyActionStandsInTheCoverageTableAndNoOther() throws IOException {
    assertThat(found("docs/api-coverage.md", Pattern.compile("(?m)^\\| `(\\w+)` \\|")))
        .isEqualTo(handlers(service -> true));
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

  private static Set<String> found(String file, Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package cloud.jarrah.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every feature says what it is for, and every package is checked for nulls. */
class PackagesTest {
  private static final Path SOURCES = Path.of("src/main/java/cloud/jarrah");

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path directory : all.filter(PackagesTest::hasClasses).toList()) {
        Path info = directory.resolve("package-info.java");
        if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
          wrong.add(directory.toString());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFeatureOpensWithItsResponsibility() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> features = Files.list(SOURCES)) {
      for (Path feature : features.filter(path -> !path.endsWith("platform")).toList()) {
        Path info = feature.resolve("package-info.java");
        if (!Files.exists(info) || !Files.readString(info).startsWith("/**")) {
          wrong.add(feature.toString());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean hasClasses(Path directory) {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(
          file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package cloud.jarrah.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIntakeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/services/Eucalyptus",
        "/services/Eucalyptus/",
        "/admin/v1/openapi.json",
        "/admin/v1/hosts/host-1",
        "/a/..b/...",
      })
  void plainPathPasses(String path) {
    assertThat(RequestIntake.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "//",
        "//a",
        "/a//b",
        "/.",
        "/..",
        "/a/../b",
        "/a/./b",
        "/a/..",
        "/%2e%2e/a",
        "/a;b=c",
        "/a b",
        "/a\\b",
        "/é",
        "http://other/",
      })
  void pathThatCouldBeReadInTwoWaysIsRefused(String path) {
    assertThat(RequestIntake.isPlain(path)).isFalse();
  }

  @Test
  void endlessPathIsRefusedWithoutTrouble() {
    assertThat(RequestIntake.isPlain("/a".repeat(50_000))).isFalse();
  }
}

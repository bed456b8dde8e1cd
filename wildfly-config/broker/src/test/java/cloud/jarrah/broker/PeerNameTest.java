package cloud.jarrah.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerNameTest {
  @Test
  void commonNameIsFoundAmongOtherParts() {
    assertThat(PeerName.commonName("O=Jarrah,CN=h-12ab")).isEqualTo("h-12ab");
    assertThat(PeerName.commonName("cn=h-12ab, O=Jarrah")).isEqualTo("h-12ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "O=Jarrah",
        "CN=a,CN=b",
        "CN=*",
        "CN=#",
        "CN=a.b",
        "CN=a::b",
        "CN=",
        "CN=-a",
        "not a name",
        "OU=CN\\=a"
      })
  void strangeSubjectNamesNobody(String subject) {
    assertThat(PeerName.commonName(subject)).isNull();
  }
}

package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.Ec2Versions;
import cloud.jarrah.ws.security.Xml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest extends SoapTest {

  /** All that were ever published, but the one that the wire types are written in. */
  static List<String> olderVersions() {
    return Ec2Versions.ALL.stream()
        .filter(version -> !version.equals(Ec2Versions.CURRENT))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("olderVersions")
  void requestIsAnsweredInItsOwnNamespaceAndWithoutNewerFields(String version) {
    String namespace = "http://ec2.amazonaws.com/doc/" + version + "/";
    for (String prefix : new String[] {"", "e:"}) {
      String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:e";
      String answer =
          call(
              "<"
                  + prefix
                  + "DescribeRegions "
                  + declaration
                  + "='"
                  + namespace
                  + "'><"
                  + prefix
                  + "regionSet/></"
                  + prefix
                  + "DescribeRegions>");

      assertThat(answer).contains(namespace).doesNotContain(Xml.EC2);
      assertThat(answer).contains("jarrah-1").doesNotContain("optInStatus");
      assertThat(Xml.first(Xml.parse(answer), "regionName").getNamespaceURI()).isEqualTo(namespace);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ec2.amazonaws.com/doc/1999-01-01/",
        "http://ec2.amazonaws.com/doc/evil/",
        "http://ec2.amazonaws.com/doc/2013-10-15",
        "urn:other"
      })
  void namespaceThatNeverWasIsRefused(String namespace) {
    assertThat(code(call("<DescribeRegions xmlns='" + namespace + "'/>")))
        .isEqualTo("aws:Client.NoSuchVersion");
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void faultOfAnOldRequestIsReadable() {
    String answer = call("<TerminateInstances xmlns='http://ec2.amazonaws.com/doc/2009-11-30/'/>");

    assertThat(code(answer)).isEqualTo("aws:Client.InvalidInstanceID.NotFound");
    assertThat(answer).doesNotContain(Xml.EC2);
  }
}

package cloud.jarrah.agent.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.MovableClock;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.metadata.HttpMessages.Request;
import cloud.jarrah.agent.metadata.HttpMessages.Response;
import cloud.jarrah.node.InstanceSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataServiceTest {
  private static final String GUEST = "10.180.1.10";
  private static final String TTL = "x-aws-ec2-metadata-token-ttl-seconds";
  private static final String TOKEN = "x-aws-ec2-metadata-token";

  private final MovableClock clock = new MovableClock();
  private final MetadataService service = new MetadataService(MetadataServiceTest::find, clock);

  private static @Nullable InstanceSpec find(String address) {
    return switch (address) {
      case GUEST -> Specs.instance("i-0000000a");
      case "10.180.1.11" -> withoutKeyAndData();
      default -> null;
    };
  }

  private static InstanceSpec withoutKeyAndData() {
    InstanceSpec full = Specs.instance("i-0000000b");
    return new InstanceSpec(
        full.id(), 1, 96, 1, full.image(), null, null, full.ports(), full.metadata(), null);
  }

  private Response get(String path) {
    return service.answer(GUEST, new Request("GET", path, Map.of(), true));
  }

  private Response put(Map<String, String> headers) {
    return service.answer(GUEST, new Request("PUT", "/latest/api/token", headers, true));
  }

  private List<String> walk(String folder) {
    List<String> leaves = new ArrayList<>();
    Response listing = get(folder);
    assertThat(listing.status()).as(folder).isEqualTo(200);
    for (String name : listing.text().split("\n", -1)) {
      String child = folder + (name.contains("=") ? name.replaceAll("=.*", "/") : name);
      if (child.endsWith("/")) {
        leaves.addAll(walk(child));
      } else {
        assertThat(get(child).status()).as(child).isEqualTo(200);
        leaves.add(child);
      }
    }
    return leaves;
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "1.0", "2009-04-04", "2016-09-02", "2018-09-24", "2021-03-23"})
  void everyNameThatAListingShowsAnswers(String version) {
    List<String> leaves = walk("/" + version + "/meta-data/");
    assertThat(leaves).hasSizeGreaterThan(30);
    assertThat(walk("/" + version + "/dynamic/")).hasSize(1);
  }

  @Test
  void listedVersionsAnswer() {
    for (String version : get("/").text().split("\n", -1)) {
      assertThat(get("/" + version + "/").text()).isEqualTo("dynamic/\nmeta-data/\nuser-data");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "instance-id, i-0000000a",
    "local-ipv4, 10.180.1.10",
    "placement/availability-zone, jarrah-1a",
    "public-keys/, 0=mykey",
    "public-keys/0/, openssh-key",
    "network/interfaces/macs/, d0:0d:00:00:00:0a/",
    "network/interfaces/macs/d0:0d:00:00:00:0a/subnet-ipv4-cidr-block, 10.180.0.0/16",
  })
  void leafHasItsValue(String path, String value) {
    assertThat(get("/latest/meta-data/" + path).text()).isEqualTo(value);
  }

  @Test
  void publicKeyIsALine() {
    assertThat(get("/latest/meta-data/public-keys/0/openssh-key").text())
        .startsWith("ssh-ed25519 ")
        .endsWith("\n");
  }

  @Test
  void userDataIsWhatTheUserGave() {
    assertThat(get("/latest/user-data").text()).isEqualTo("#!/bin/sh\necho hello\n");
  }

  @Test
  void withoutUserDataAndKeyThereIsNoSuchName() {
    Request userData = new Request("GET", "/latest/user-data", Map.of(), true);
    assertThat(service.answer("10.180.1.11", userData).status()).isEqualTo(404);
    Request root = new Request("GET", "/latest/", Map.of(), true);
    assertThat(service.answer("10.180.1.11", root).text()).isEqualTo("dynamic/\nmeta-data/");
  }

  @Test
  void identityDocumentIsJson() {
    assertThat(get("/latest/dynamic/instance-identity/document").text())
        .contains("\"instanceId\" : \"i-0000000a\"", "\"region\" : \"jarrah-1\"")
        .startsWith("{")
        .endsWith("}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/1999-01-01/meta-data/", "/latest/meta-data/nothing", "/latest/../x"})
  void unknownNamesAreNotFound(String path) {
    assertThat(get(path).status()).isEqualTo(404);
  }

  @Test
  void strangersAreNotFound() {
    Request request = new Request("GET", "/latest/meta-data/", Map.of(), true);
    assertThat(service.answer("10.180.9.9", request).status()).isEqualTo(404);
  }

  @Test
  void tokenOpensAndExpires() {
    String token = put(Map.of(TTL, "60")).text();
    Request request =
        new Request("GET", "/latest/meta-data/instance-id", Map.of(TOKEN, token), true);
    assertThat(service.answer(GUEST, request).status()).isEqualTo(200);
    assertThat(service.answer("10.180.1.11", request).status()).as("of another").isEqualTo(401);
    clock.advance(Duration.ofMinutes(2));
    assertThat(service.answer(GUEST, request).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "21600, 200", "0, 400", "21601, 400", "-1, 400", "x, 400", "'', 400"})
  void timeToLiveHasLimits(String seconds, int status) {
    assertThat(put(Map.of(TTL, seconds)).status()).isEqualTo(status);
  }

  @Test
  void tokenNeedsATimeToLiveAndNoProxy() {
    assertThat(put(Map.of()).status()).isEqualTo(400);
    assertThat(put(Map.of(TTL, "60", "x-forwarded-for", "1.2.3.4")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "", "AAAA", "====", "AAAAAAAAAAAAAAAAAAAAAAAA"})
  void inventedTokensAreRefused(String token) {
    Request request = new Request("GET", "/latest/meta-data/", Map.of(TOKEN, token), true);
    assertThat(service.answer(GUEST, request).status()).isEqualTo(401);
  }

  @Test
  void otherMethodsAreNotAllowed() {
    assertThat(service.answer(GUEST, new Request("POST", "/", Map.of(), true)).status())
        .isEqualTo(405);
  }
}

package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Database;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.malformed.Wrong;
import cloud.jarrah.it.malformed.WrongAdministration;
import cloud.jarrah.it.malformed.WrongHttp;
import cloud.jarrah.it.malformed.WrongLaunchTemplates;
import cloud.jarrah.it.malformed.WrongParameters;
import cloud.jarrah.it.malformed.WrongSessions;
import cloud.jarrah.it.malformed.WrongSignatures;
import cloud.jarrah.it.malformed.WrongSoap;
import cloud.jarrah.it.malformed.WrongTags;
import cloud.jarrah.it.malformed.WrongVersionTwo;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.Session;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nonsense is answered exactly, in the API's own shape, and changes nothing. */
class MalformedRequestsIT {
  private static final int LEAST = 20;
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "wrong");

  @TestFactory
  Stream<DynamicTest> wrongRequestsAreRefusedExactlyAndChangeNothing() {
    Database database = Database.of(CLOUD);
    Map<String, List<Wrong>> categories = categories();
    Map<String, String> before = stillChecksums(database);
    return Stream.concat(
        categories.values().stream()
            .flatMap(List::stream)
            .map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> assertRefused(wrong))),
        Stream.of(
            DynamicTest.dynamicTest(
                "and no table has changed",
                () -> assertThat(database.checksums()).isEqualTo(before))));
  }

  @Test
  void thereAreTwentyWaysToBeWrongInEachCategory() {
    assertThat(categories())
        .allSatisfy(
            (category, cases) -> assertThat(cases).as(category).hasSizeGreaterThanOrEqualTo(LEAST));
  }

  @Test
  void theChecksumsWouldShowAChange() {
    Database database = Database.of(CLOUD);
    Map<String, String> before = stillChecksums(database);
    TENANT.query().ec2("CreateKeyPair", "KeyName", "change").orThrow();
    Map<String, String> after = database.checksums();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.entrySet())
        .filteredOn(table -> !table.getValue().equals(before.get(table.getKey())))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("key_pair", "event");
  }

  @Test
  void aBrokenChunkEndsTheConnectionAndNothingElse() {
    String request =
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n";
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> HttpCall.send(CLOUD.endpoint(), bytes)).hasMessageContaining("asking");
    assertThat(TENANT.query().ec2("DescribeRegions").status()).isEqualTo(200);
  }

  /** Makes a session, so it is asked before the tables are looked at. */
  private static Map<String, List<Wrong>> categories() {
    URI endpoint = CLOUD.endpoint();
    Keys keys = TENANT.keys();
    Session session = Session.of(TENANT.query().sts("GetSessionToken"));
    WrongParameters parameters = new WrongParameters(endpoint, keys, TENANT.imageId());
    Map<String, List<Wrong>> categories = new LinkedHashMap<>();
    categories.put("Signature Version 4", new WrongSignatures(endpoint, keys).all());
    categories.put("Signature Version 2", new WrongVersionTwo(endpoint, keys).all());
    categories.put("sessions", new WrongSessions(endpoint, keys, session).all());
    categories.put("Query binding", parameters.forms());
    categories.put(
        "parameters",
        Stream.of(
                parameters.values(),
                new WrongTags(endpoint, keys, TENANT.imageId()).all(),
                new WrongLaunchTemplates(endpoint, keys).all())
            .flatMap(List::stream)
            .toList());
    categories.put("HTTP", new WrongHttp(endpoint, keys).all());
    categories.put("SOAP", new WrongSoap(endpoint).all());
    categories.put("administration", new WrongAdministration(AdminApi.of(CLOUD)).all());
    return categories;
  }

  private static void assertRefused(Wrong wrong) {
    HttpAnswer answer = wrong.request().get();
    // Some of EC2's codes end in Exception; nothing else of an answer may.
    assertThat(answer.body().replace(wrong.code(), ""))
        .doesNotContainIgnoringCase("<html")
        .doesNotContain("Exception");
    assertThat(answer.contentType()).doesNotContain("html");
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo(wrong.code());
    assertThat(answer.status()).as("%s", answer).isEqualTo(wrong.status());
    // SOAP 1.1 has no other status for a fault; whose fault it is, its code says.
    assertThat(answer.status() < 500 || wrong.code().startsWith("Client.")).isTrue();
  }

  /** What other tests have begun has to end first. */
  private static Map<String, String> stillChecksums(Database database) {
    AtomicReference<Map<String, String>> last = new AtomicReference<>(Map.of());
    AtomicInteger equal = new AtomicInteger();
    return Waiting.until(
        "the tables are still",
        Duration.ofMinutes(1),
        database::checksums,
        now -> {
          if (!now.equals(last.getAndSet(now))) {
            equal.set(0);
          }
          return equal.incrementAndGet() >= 8;
        });
  }
}

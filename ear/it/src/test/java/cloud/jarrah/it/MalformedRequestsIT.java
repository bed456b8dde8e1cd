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
import cloud.jarrah.it.malformed.WrongParameters;
import cloud.jarrah.it.malformed.WrongSignatures;
import cloud.jarrah.it.malformed.WrongSoap;
import cloud.jarrah.it.malformed.WrongTags;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "wrong");

  @TestFactory
  Stream<DynamicTest> wrongRequestsAreRefusedExactlyAndChangeNothing() {
    Database database = Database.of(CLOUD);
    Map<String, String> before = stillChecksums(database);
    return Stream.concat(
        requests().map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> assertRefused(wrong))),
        Stream.of(
            DynamicTest.dynamicTest(
                "and no table has changed",
                () -> assertThat(database.checksums()).isEqualTo(before))));
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

  private static Stream<Wrong> requests() {
    URI endpoint = CLOUD.endpoint();
    return Stream.of(
            new WrongSignatures(endpoint, TENANT.keys()).all(),
            new WrongParameters(endpoint, TENANT.keys(), TENANT.imageId()).all(),
            new WrongTags(endpoint, TENANT.keys(), TENANT.imageId()).all(),
            new WrongHttp(endpoint, TENANT.keys()).all(),
            new WrongAdministration(AdminApi.of(CLOUD)).all(),
            new WrongSoap(endpoint).all())
        .flatMap(List::stream);
  }

  private static void assertRefused(Wrong wrong) {
    HttpAnswer answer = wrong.request().get();
    assertThat(answer.body()).doesNotContainIgnoringCase("<html").doesNotContain("Exception");
    assertThat(answer.contentType()).doesNotContain("html");
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo(wrong.code());
    assertThat(answer.status()).as("%s", answer).isEqualTo(wrong.status());
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

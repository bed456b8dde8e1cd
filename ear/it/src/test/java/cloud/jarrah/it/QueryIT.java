package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right requests in all the forms in which clients send them. */
class QueryIT {
  private static final TestedCloud CLOUD = TestedCloud.current();
  private static final String FORM = QueryClient.form(QueryClient.EC2_VERSION, "DescribeRegions");

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "query");

  @ParameterizedTest
  @ValueSource(strings = {"/", "/services/Eucalyptus"})
  void formsAreTakenAtTodaysAddressAndTheOldOne(String address) {
    assertAnswered(now().sign(post(FORM).target(address)));
  }

  @Test
  void parametersMayBeInTheUrl() {
    assertAnswered(now().sign(get(FORM)));
    assertAnswered(now().sign(post("Version=2016-11-15").target("/?Action=DescribeRegions")));
  }

  @Test
  void aUrlMayCarryItsSignature() {
    assertAnswered(now().presign(get(FORM), 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "eu-central-1", "jarrah-1", "anywhere"})
  void anyRegionMayBeSignedFor(String region) {
    assertAnswered(new SigV4(TENANT.keys(), "ec2", region, Instant.now()).sign(post(FORM)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-14, 14})
  void clocksMayDifferByLessThanAQuarterOfAnHour(int minutes) {
    Instant time = Instant.now().plus(Duration.ofMinutes(minutes));
    assertAnswered(new SigV4(TENANT.keys(), "ec2", "jarrah-1", time).sign(post(FORM)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2008-12-01", "2010-08-31", "2013-10-15", "2016-11-15"})
  void answersAreOfTheVersionThatWasAskedFor(String version) {
    HttpAnswer answer =
        now().sign(post(QueryClient.form(version, "DescribeRegions"))).send().orThrow();
    assertThat(answer.xml().name()).isEqualTo("DescribeRegionsResponse");
    assertThat(answer.xml().element().getNamespaceURI())
        .isEqualTo("http://ec2.amazonaws.com/doc/" + version + "/");
  }

  @Test
  void everyAnswerHasTheHeadersThatClientsAndBrowsersNeed() {
    HttpAnswer answer = now().sign(post(FORM)).send().orThrow();
    assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
    assertThat(answer.headers().get("x-amzn-RequestId")).isEqualTo(answer.xml().text("requestId"));
    assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(answer.headers()).doesNotContainKeys("Server", "X-Powered-By", "Set-Cookie");
  }

  @Test
  void theAdministrationDescribesItselfToEverybody() {
    HttpAnswer answer =
        new HttpCall(CLOUD.endpoint()).method("GET").target("/admin/v1/openapi.json").send();
    assertThat(answer.orThrow().body()).contains("\"openapi\"");
    assertThat(answer.contentType()).isEqualTo("application/json");
  }

  private static SigV4 now() {
    return SigV4.now(TENANT.keys(), "ec2");
  }

  private static HttpCall post(String form) {
    return new HttpCall(CLOUD.endpoint()).form(form);
  }

  private static HttpCall get(String query) {
    return new HttpCall(CLOUD.endpoint()).method("GET").target("/?" + query);
  }

  private static void assertAnswered(HttpCall call) {
    HttpAnswer answer = call.send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.xml().all("regionName")).containsExactly(CLOUD.setting("REGION"));
  }
}

package cloud.jarrah.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.CreateAccountRequest;
import cloud.jarrah.api.admin.HostDrainSettings;
import cloud.jarrah.api.admin.ImportImageRequest;
import cloud.jarrah.api.admin.ListHostsResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void optionalFieldsMayBeLeftOut() {
    ImportImageRequest request =
        Json.read(
            Body.of("{\"file\":\"f\",\"name\":\"n\",\"kind\":\"machine\",\"format\":\"raw\"}"),
            ImportImageRequest.class);
    assertThat(request.name()).isEqualTo("n");
    assertThat(request.isPublic()).isNull();
  }

  @Test
  void noBodyLeavesEverythingOut() {
    assertThat(Json.read(Body.EMPTY, HostDrainSettings.class).rest()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{}",
        "{\"name\":null}",
        "{\"name\":1}",
        "{\"name\":[\"x\"]}",
        "{\"name\":\"x\",\"name\":\"y\"}",
        "{\"name\":\"x\",\"other\":1}",
        "{\"name\":\"x\"} {}",
        "{\"name\":\"a\\u0000b\"}",
        "{\"name\":\"a\\ud800b\"}",
        "{'name':'x'}",
      })
  void whatIsNotExactlyTheRequestIsRefused(String body) {
    assertThatThrownBy(() -> Json.read(Body.of(body), CreateAccountRequest.class))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal ->
                assertThat(refusal.code())
                    .isIn(ErrorCode.INVALID_REQUEST, ErrorCode.MISSING_PARAMETER));
  }

  @Test
  void bodyThatIsNotUtf8IsRefused() {
    byte[] latin = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe9, '"', '}'};
    assertThatThrownBy(() -> Json.read(new Body(latin), CreateAccountRequest.class))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(
            () ->
                Json.read(Body.of("{\"name\":" + "[".repeat(100_000)), CreateAccountRequest.class))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void timesAreIsoAndAbsentFieldsAreLeftOut() {
    ListHostsResponse.Host host =
        new ListHostsResponse.Host(
            "h-1",
            "one",
            "z",
            "up",
            4,
            1,
            8192,
            512,
            100,
            5,
            Instant.parse("2026-11-21T09:00:00Z"),
            null,
            null,
            "ACTIVE",
            null,
            null,
            null,
            "IN_SERVICE",
            null,
            null,
            "AWAKE",
            null);
    assertThat(Json.write(new ListHostsResponse(List.of(host), null)))
        .contains("\"lastSeen\":\"2026-11-21T09:00:00Z\"")
        .doesNotContain("agentVersion");
  }
}

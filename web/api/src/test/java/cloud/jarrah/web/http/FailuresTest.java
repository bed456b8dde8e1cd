package cloud.jarrah.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final ReceivedRequest request =
      new ReceivedRequest(
          "GET", "/", null, Map.<String, List<String>>of(), Body.EMPTY, "192.0.2.1", false);

  @Test
  void jsonErrorHasCodeMessageAndRequestId() {
    Answer answer =
        Failures.answer(
            new ApiException(ErrorCode.NO_SUCH_ENTITY, "There is no host \"x\"."),
            new Exchange("r-1", request, ErrorShape.JSON));
    assertThat(answer)
        .isEqualTo(
            new Answer(
                404,
                "application/json",
                "{\"code\":\"NoSuchEntity\",\"message\":\"There is no host \\\"x\\\".\","
                    + "\"requestId\":\"r-1\"}"));
  }

  @Test
  void messageThatXmlCannotCarryIsMadeReadable() {
    Answer answer =
        Failures.answer(
            new ApiException(ErrorCode.INVALID_REQUEST, "a\u0000b\uffff<c>"),
            new Exchange("r-1", request, ErrorShape.EC2));
    assertThat(answer.body()).contains("<Message>a?b?&lt;c&gt;</Message>");
  }

  @Test
  void faultOfOursIsNotBlamedOnTheSender() {
    Answer answer =
        Failures.answer(
            new IllegalStateException("inside"), new Exchange("r-1", request, ErrorShape.QUERY));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("<Type>Receiver</Type>").doesNotContain("inside");
  }
}

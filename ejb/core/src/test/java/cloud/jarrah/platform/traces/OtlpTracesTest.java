package cloud.jarrah.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.traces.FinishedSpan.Attribute;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OtlpTracesTest {
  private static final String REQUEST = "0f8e3b1c-5a7d-4c2e-9b6f-1234567890ab";
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00.123456Z");

  private final List<SpanData> exported = new ArrayList<>();
  private final OtlpTraces traces =
      new OtlpTraces(Optional.of(SimpleSpanProcessor.create(new Kept())));

  private static FinishedSpan span(@Nullable String part, @Nullable String failure) {
    return new FinishedSpan(
        REQUEST,
        part,
        "RunInstances",
        BEGUN,
        BEGUN.plusMillis(7),
        Map.of(Attribute.REQUEST, REQUEST),
        failure);
  }

  @Test
  void requestIdIsTheIdOfItsTrace() {
    traces.ended(span(null, null));
    assertThat(exported).hasSize(1);
    SpanData root = exported.get(0);
    assertThat(root.getTraceId()).isEqualTo("0f8e3b1c5a7d4c2e9b6f1234567890ab");
    assertThat(root.getParentSpanContext().isValid()).isFalse();
    assertThat(root.getEndEpochNanos() - root.getStartEpochNanos())
        .isEqualTo(TimeUnit.MILLISECONDS.toNanos(7));
    assertThat(root.getAttributes().get(AttributeKey.stringKey("jarrah.request.id")))
        .isEqualTo(REQUEST);
  }

  @Test
  void partThatAnotherServerToldOfBelongsToTheRequest() {
    traces.ended(span(null, null));
    new OtlpTraces(Optional.of(SimpleSpanProcessor.create(new Kept()))).ended(span("cmd-1", null));
    assertThat(exported).hasSize(2);
    assertThat(exported.get(1).getTraceId()).isEqualTo(exported.get(0).getTraceId());
    assertThat(exported.get(1).getParentSpanId()).isEqualTo(exported.get(0).getSpanId());
  }

  @Test
  void spanThatIsToldTwiceKeepsItsId() {
    traces.ended(span("cmd-1", null));
    traces.ended(span("cmd-1", null));
    traces.ended(span("cmd-2", null));
    assertThat(exported)
        .extracting(SpanData::getSpanId)
        .containsSequence(exported.get(0).getSpanId(), exported.get(0).getSpanId());
    assertThat(exported.get(2).getSpanId()).isNotEqualTo(exported.get(0).getSpanId());
  }

  @Test
  void failureIsSeenAsOne() {
    traces.ended(span("cmd-1", "expired"));
    assertThat(exported.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(exported.get(0).getStatus().getDescription()).isEqualTo("expired");
  }

  @Test
  void idThatIsNoUuidGetsATraceToo() {
    assertThat(SpanNames.trace("cmd-0a1b2c")).matches("[0-9a-f]{32}");
    assertThat(SpanNames.trace("cmd-0a1b2c")).isNotEqualTo(SpanNames.trace("cmd-0a1b2d"));
  }

  @Test
  void clocksThatDisagreeMakeNoNegativeTimes() {
    FinishedSpan odd =
        new FinishedSpan(REQUEST, null, "X", BEGUN, BEGUN.minusSeconds(1), Map.of(), null);
    assertThat(odd.ended()).isEqualTo(BEGUN);
  }

  @Test
  void nothingIsSentUnlessACollectorIsNamed() {
    OtlpTraces off = new OtlpTraces(new Settings(name -> Optional.empty()));
    off.ended(span(null, null));
    off.close();
    assertThat(exported).isEmpty();
  }

  @Test
  void collectorThatIsNoAddressIsRefused() {
    for (String wrong :
        List.of("127.0.0.1:4318", "ftp://host/", "http://user:word@host/", "http:///x")) {
      assertThatThrownBy(() -> new OtlpTraces(new Settings(name -> Optional.of(wrong))))
          .as(wrong)
          .isInstanceOf(RuntimeException.class)
          .hasMessageContaining("jarrah.traces.endpoint");
    }
  }

  private final class Kept implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      exported.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}

package cloud.jarrah.platform.traces;

import cloud.jarrah.platform.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends spans to a collector by OTLP over HTTP, in batches, from a thread of its own. What the
 * collector does not take in time is dropped: nobody waits for it.
 */
@Singleton
public class OtlpTraces implements Traces {
  private static final Logger LOG = Logger.getLogger(OtlpTraces.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String SCOPE = "cloud.jarrah";

  private final KnownIds ids = new KnownIds();
  private final Optional<SdkTracerProvider> provider;

  @Inject
  OtlpTraces(Settings settings) {
    this(endpoint(settings).map(OtlpTraces::batches));
    endpoint(settings).ifPresent(to -> LOG.infof("traces are sent to %s", to));
  }

  OtlpTraces(Optional<SpanProcessor> processor) {
    provider =
        processor.map(
            to ->
                SdkTracerProvider.builder()
                    .setResource(Resource.builder().put("service.name", "jarrah").build())
                    .setIdGenerator(ids)
                    .addSpanProcessor(to)
                    .build());
  }

  private static Optional<URI> endpoint(Settings settings) {
    return settings.text("jarrah.traces.endpoint").map(OtlpTraces::requireHttp);
  }

  private static URI requireHttp(String text) {
    URI uri = parsed(text);
    if (uri == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        || uri.getHost() == null
        || uri.getUserInfo() != null) {
      throw new IllegalStateException(
          "jarrah.traces.endpoint must be like http://127.0.0.1:4318/v1/traces");
    }
    return uri;
  }

  private static @Nullable URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static SpanProcessor batches(URI endpoint) {
    return BatchSpanProcessor.builder(
            OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(PATIENCE)
                .build())
        .build();
  }

  @Override
  public void ended(FinishedSpan span) {
    provider.ifPresent(sdk -> pass(sdk, span));
  }

  private void pass(SdkTracerProvider sdk, FinishedSpan span) {
    SpanBuilder builder =
        sdk.get(SCOPE)
            .spanBuilder(span.name())
            .setStartTimestamp(span.begun())
            .setParent(parent(span))
            .setSpanKind(span.part() == null ? SpanKind.SERVER : SpanKind.PRODUCER);
    span.attributes()
        .forEach(
            (name, value) -> builder.setAttribute(AttributeKey.stringKey(name.dotted()), value));
    Span started = ids.start(builder, span);
    if (span.failure() != null) {
      started.setStatus(StatusCode.ERROR, span.failure());
    }
    started.end(span.ended());
  }

  private static Context parent(FinishedSpan span) {
    if (span.part() == null) {
      return Context.root();
    }
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    SpanNames.trace(span.requestId()),
                    SpanNames.span(span.requestId(), null),
                    TraceFlags.getSampled(),
                    TraceState.getDefault())));
  }

  /** Sends what is left. */
  @PreDestroy
  void close() {
    provider.ifPresent(SdkTracerProvider::close);
  }

  /** Gives the SDK the ids of the span that is being started: one at a time. */
  private static final class KnownIds implements IdGenerator {
    private String trace = TraceId.getInvalid();
    private String span = SpanId.getInvalid();

    synchronized Span start(SpanBuilder builder, FinishedSpan finished) {
      trace = SpanNames.trace(finished.requestId());
      span = SpanNames.span(finished.requestId(), finished.part());
      return builder.startSpan();
    }

    @Override
    public synchronized String generateSpanId() {
      return span;
    }

    @Override
    public synchronized String generateTraceId() {
      return trace;
    }
  }
}

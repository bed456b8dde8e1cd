package cloud.jarrah.agent.metadata;

import cloud.jarrah.agent.metadata.HttpMessages.Request;
import cloud.jarrah.agent.metadata.HttpMessages.Response;
import cloud.jarrah.node.InstanceSpec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of the metadata protocol, both versions. */
public final class MetadataService {
  private static final String TOKEN = "x-aws-ec2-metadata-token";
  private static final String TTL = "x-aws-ec2-metadata-token-ttl-seconds";
  private static final String TOKEN_PATH = "/latest/api/token";

  private final Function<String, @Nullable InstanceSpec> instances;
  private final SessionTokens tokens;

  /**
   * @param instances by source address; null: no instance of this host
   */
  public MetadataService(Function<String, @Nullable InstanceSpec> instances, Clock clock) {
    this.instances = instances;
    this.tokens = new SessionTokens(clock);
  }

  Response answer(String source, Request request) {
    @Nullable InstanceSpec spec = instances.apply(source);
    if (spec == null) {
      return Response.error(404, "Not Found");
    }
    return switch (request.method()) {
      case "PUT" -> put(spec, request);
      case "GET", "HEAD" -> get(spec, request);
      default -> Response.error(405, "Method Not Allowed");
    };
  }

  private Response put(InstanceSpec spec, Request request) {
    if (!request.path().equals(TOKEN_PATH)) {
      return Response.error(405, "Method Not Allowed");
    }
    // A proxy in the guest that forwards strangers' requests must not get tokens for them.
    if (request.headers().containsKey("x-forwarded-for")) {
      return Response.error(403, "Forbidden");
    }
    int seconds = seconds(request.headers().get(TTL));
    if (seconds == 0) {
      return Response.error(400, "Bad Request");
    }
    String token = tokens.issue(spec.id(), seconds);
    return new Response(
        200,
        "OK",
        Map.of("X-Aws-Ec2-Metadata-Token-Ttl-Seconds", Integer.toString(seconds)),
        token.getBytes(StandardCharsets.US_ASCII));
  }

  /** 0: not a time to live that is allowed. */
  private static int seconds(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,5}")) {
      return 0;
    }
    int seconds = Integer.parseInt(text);
    return seconds <= SessionTokens.LONGEST_SECONDS ? seconds : 0;
  }

  private Response get(InstanceSpec spec, Request request) {
    String token = request.headers().get(TOKEN);
    if (token != null && !tokens.isValid(spec.id(), token)) {
      return Response.error(401, "Unauthorized");
    }
    byte @Nullable [] content = MetadataPaths.read(spec, request.path());
    if (content == null) {
      return Response.error(404, "Not Found");
    }
    return new Response(200, "OK", Map.of(), content);
  }
}

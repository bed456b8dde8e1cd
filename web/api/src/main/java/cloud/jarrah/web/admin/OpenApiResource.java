package cloud.jarrah.web.admin;

import cloud.jarrah.web.http.Answer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Describes this API to tools; no secret, so anybody may read it. */
@Path("/admin/v1/openapi.json")
@Singleton
public class OpenApiResource {
  private final String document = load();

  static String load() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing beside the resources");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  public Response document() {
    return new Answer(200, Answer.JSON, document).toResponse();
  }
}

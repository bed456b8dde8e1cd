package cloud.jarrah.web;

import cloud.jarrah.health.Readiness;
import cloud.jarrah.web.http.Answer;
import cloud.jarrah.web.http.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Tells launchers and load balancers whether this server can serve; anybody may ask. 404: it still
 * does, but is about to stop; HAProxy then lets go on what is under way (disable-on-404).
 */
@Path("/ready")
@Singleton
public class ReadinessResource {
  @Inject Readiness readiness;

  @GET
  public Response ready() {
    boolean ready = readiness.ready();
    Status status = new Status(ready, readiness.reason());
    int code = readiness.leaving() ? 404 : ready ? 200 : 503;
    return new Answer(code, Answer.JSON, Json.write(status)).toResponse();
  }

  /** The answer. */
  record Status(boolean ready, String reason) {}
}

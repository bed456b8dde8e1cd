package cloud.jarrah.web;

import cloud.jarrah.health.Readiness;
import cloud.jarrah.web.http.Answer;
import cloud.jarrah.web.http.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tells launchers and load balancers whether this server can serve; anybody may ask. */
@Path("/ready")
@Singleton
public class ReadinessResource {
  @Inject Readiness readiness;

  @GET
  public Response ready() {
    boolean ready = readiness.ready();
    Status status = new Status(ready, readiness.reason());
    return new Answer(ready ? 200 : 503, Answer.JSON, Json.write(status)).toResponse();
  }

  /** The answer. */
  record Status(boolean ready, String reason) {}
}

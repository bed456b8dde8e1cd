package cloud.jarrah.web.http;

import jakarta.ws.rs.core.Response;

/** A finished answer: a status and a short text. */
public record Answer(int status, String contentType, String body) {
  public static final String XML = "text/xml;charset=UTF-8";
  public static final String JSON = "application/json";

  /** The same for JAX-RS. */
  public Response toResponse() {
    return Response.status(status).type(contentType).entity(body).build();
  }
}

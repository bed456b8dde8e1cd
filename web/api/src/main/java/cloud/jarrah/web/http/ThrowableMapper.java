package cloud.jarrah.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Hands whatever a resource throws to {@link Failures}. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException routing
        && routing.getResponse().getStatus() < 400) {
      return routing.getResponse();
    }
    Response answer = Failures.answer(failure, Exchange.of(request)).toResponse();
    Object allow = allowedMethods(failure);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  private static @Nullable Object allowedMethods(Throwable failure) {
    return failure instanceof WebApplicationException routing
        ? routing.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW)
        : null;
  }
}

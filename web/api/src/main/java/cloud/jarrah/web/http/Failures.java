package cloud.jarrah.web.http;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;

/** The one place where a throwable becomes an answer. */
public final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private Failures() {}

  /** Answers in the shape of the API that was asked; logs what the caller cannot be blamed for. */
  public static Answer answer(Throwable failure, Exchange exchange) {
    return exchange.errorShape().render(describe(failure, exchange), exchange.requestId());
  }

  private static ApiException describe(Throwable failure, Exchange exchange) {
    if (failure instanceof ApiException known) {
      return known;
    }
    if (failure instanceof WebApplicationException routing
        && routing.getResponse().getStatus() < 500) {
      return of(routing.getResponse().getStatus());
    }
    LOG.errorf(
        failure,
        "Request %s failed: %s %s",
        exchange.requestId(),
        exchange.request().method(),
        Text.shown(exchange.request().path()));
    return new ApiException(
        ErrorCode.INTERNAL_ERROR,
        "An internal error has occurred. The request id leads the administrator to its cause.",
        failure);
  }

  /** What a bare status means. */
  static ApiException of(int status) {
    return switch (status) {
      case 404 -> new ApiException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
      case 405 ->
          new ApiException(
              ErrorCode.METHOD_NOT_ALLOWED, "This address does not know this HTTP method.");
      case 413 ->
          new ApiException(ErrorCode.REQUEST_TOO_LARGE, "The request is larger than 1 MiB.");
      case 503 ->
          new ApiException(ErrorCode.SERVICE_UNAVAILABLE, "The service is not available now.");
      default ->
          status >= 500
              ? new ApiException(ErrorCode.INTERNAL_ERROR, "An internal error has occurred.")
              : new ApiException(
                  ErrorCode.INVALID_REQUEST, "The request is not valid HTTP for us.");
    };
  }
}

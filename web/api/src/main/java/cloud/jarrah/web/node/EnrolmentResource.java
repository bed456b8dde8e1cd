package cloud.jarrah.web.node;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.web.http.Answer;
import cloud.jarrah.web.http.Exchange;
import cloud.jarrah.web.http.Json;
import cloud.jarrah.web.http.ReceivedRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Where a host turns its one-time token into an identity of its own. */
@Path("/node/v1/enrolment")
@Singleton
public class EnrolmentResource {
  /** Nobody yet: the token is what the handler judges by. */
  private static final Identity UNKNOWN_HOST =
      new Identity("000000000000", "anonymous", "anonymous", false);

  @Inject Dispatcher dispatcher;

  @POST
  public Response enrol(@Context HttpServletRequest request) {
    return handle(Exchange.of(request)).toResponse();
  }

  Answer handle(Exchange exchange) {
    ReceivedRequest request = exchange.request();
    requireTls(request);
    Enrolment.Request enrolment = Json.read(request.body(), Enrolment.Request.class);
    Caller caller =
        new Caller(
            UNKNOWN_HOST,
            "none",
            exchange.requestId(),
            request.sourceAddress(),
            Caller.Protocol.REST);
    Object answer =
        dispatcher.dispatch(new Invocation(caller, Service.NODE, "EnrolHost", enrolment));
    return new Answer(200, Answer.JSON, Json.write(answer));
  }

  /** Tokens, passwords and images never travel in clear text. */
  static void requireTls(ReceivedRequest request) {
    if (!request.secure()) {
      throw new ApiException(ErrorCode.NOT_FOUND, "This address is served over HTTPS only.");
    }
  }
}

package cloud.jarrah.web.admin;

import cloud.jarrah.accounts.control.Credentials.SigningIdentity;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.web.http.Answer;
import cloud.jarrah.web.http.Exchange;
import cloud.jarrah.web.http.Json;
import cloud.jarrah.web.signature.SignatureCheck;
import cloud.jarrah.web.signature.SigningDialect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** A request to the administration API: authenticate, bind, dispatch, render. */
@Singleton
public class AdminEndpoint {
  private static final Set<String> SIGNING_NAMES = Set.of(Service.ADMIN.prefix());

  private final SignatureCheck signatures;
  private final Dispatcher dispatcher;

  @Inject
  public AdminEndpoint(SignatureCheck signatures, Dispatcher dispatcher) {
    this.signatures = signatures;
    this.dispatcher = dispatcher;
  }

  /** Runs an action on what the body says. */
  Response onBody(HttpServletRequest servletRequest, String action, Class<?> type) {
    Exchange exchange = Exchange.of(servletRequest);
    return handle(exchange, action, () -> Json.read(exchange.request().body(), type)).toResponse();
  }

  /** Runs an action on what the body and the address say. */
  <T> Response onBody(
      HttpServletRequest servletRequest, String action, Class<T> type, Function<T, ?> request) {
    Exchange exchange = Exchange.of(servletRequest);
    return handle(exchange, action, () -> request.apply(Json.read(exchange.request().body(), type)))
        .toResponse();
  }

  /** Runs an action on what the address says. */
  Response on(HttpServletRequest servletRequest, String action, Object request) {
    return handle(Exchange.of(servletRequest), action, () -> request).toResponse();
  }

  Answer handle(Exchange exchange, String action, Supplier<?> request) {
    SigningIdentity signer =
        signatures.check(exchange.request(), SigningDialect.QUERY, SIGNING_NAMES);
    MDC.put("account", signer.identity().accountId());
    Caller caller =
        new Caller(
            signer.identity(),
            signer.accessKeyId(),
            exchange.requestId(),
            exchange.request().sourceAddress(),
            Caller.Protocol.REST);
    Object response =
        dispatcher.dispatch(new Invocation(caller, Service.ADMIN, action, request.get()));
    return new Answer(200, Answer.JSON, Json.write(response));
  }
}

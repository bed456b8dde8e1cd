package cloud.jarrah.web.query;

import cloud.jarrah.accounts.control.Credentials.SigningIdentity;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.WireFields;
import cloud.jarrah.web.http.Answer;
import cloud.jarrah.web.http.Exchange;
import cloud.jarrah.web.http.Form;
import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.http.Text;
import cloud.jarrah.web.signature.QuerySignatures;
import cloud.jarrah.web.signature.SignatureCheck;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.MDC;

/** A Query request from its raw form to its answer: authenticate, bind, dispatch, render. */
@Singleton
public class QueryEndpoint {
  private final QuerySignatures signatures;
  private final ActionCatalogue catalogue;
  private final Dispatcher dispatcher;

  @Inject
  public QueryEndpoint(
      QuerySignatures signatures, ActionCatalogue catalogue, Dispatcher dispatcher) {
    this.signatures = signatures;
    this.catalogue = catalogue;
    this.dispatcher = dispatcher;
  }

  /**
   * @throws ApiException what the caller is to be told
   */
  public Answer handle(Exchange exchange) {
    ReceivedRequest request = exchange.request();
    String signedFor = SignatureCheck.signedFor(request).orElse("");
    List<Form.Pair> given = parameters(request);
    ParameterTree parameters = ParameterTree.of(given);
    QueryApi api = QueryApi.choose(signedFor, parameters);
    exchange.answerErrorsAs(api.errorShape());
    Caller caller = authenticate(exchange, api, given);
    String action = required(parameters, "Action", ErrorCode.MISSING_ACTION);
    String version = required(parameters, "Version", ErrorCode.MISSING_PARAMETER);
    api.checkVersion(version);
    ActionCatalogue.Entry entry = catalogue.find(api.service(), action);
    Object bound = Binder.bind(parameters, entry.requestType());
    WireFields.refuseUnsupported(bound);
    Object response =
        dispatcher.dispatch(
            new Invocation(caller, api.service(), action, bound, dryRun(parameters)));
    return AnswerWriter.write(api, version, response, exchange.requestId());
  }

  private Caller authenticate(Exchange exchange, QueryApi api, List<Form.Pair> given) {
    SigningIdentity signer =
        signatures.check(exchange.request(), given, api.dialect(), Set.of(api.signingName()));
    MDC.put("account", signer.identity().accountId());
    return new Caller(
        signer.identity(),
        signer.accessKeyId(),
        exchange.requestId(),
        exchange.request().sourceAddress(),
        Caller.Protocol.QUERY);
  }

  /** Those of the URL and those of a form together; other bodies carry none. */
  private static List<Form.Pair> parameters(ReceivedRequest request) {
    List<Form.Pair> parameters = new ArrayList<>();
    if (request.query() != null) {
      parameters.addAll(Form.parse(request.query()));
    }
    String type = request.first("content-type");
    boolean form =
        type == null
            || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    if (form && !request.body().isEmpty()) {
      try {
        parameters.addAll(Form.parse(request.body().text()));
      } catch (CharacterCodingException e) {
        throw new ApiException(
            ErrorCode.MALFORMED_QUERY_STRING, "Parameters must be encoded as UTF-8.", e);
      }
    }
    return parameters;
  }

  private static String required(ParameterTree parameters, String name, ErrorCode code) {
    String value = parameters.valueOf(name);
    if (value == null || value.isEmpty()) {
      throw new ApiException(code, "The request must contain the parameter " + name + ".");
    }
    return value;
  }

  private static boolean dryRun(ParameterTree parameters) {
    String text = parameters.valueOf("DryRun");
    if (text == null) {
      return false;
    }
    Boolean value = Binder.bool(text);
    if (value == null) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Value ("
              + Text.shown(text)
              + ") for parameter DryRun is invalid. It must be true or false.");
    }
    return value;
  }
}

package cloud.jarrah.ws.protocol;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import jakarta.xml.bind.JAXBException;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Turns whatever went wrong into the one shape of fault that clients of EC2 know: a code {@code
 * Client.X} or {@code Server.X} in Amazon's namespace, and the request id as the detail.
 */
public class Faults extends AbstractPhaseInterceptor<Message> {
  static final String NAMESPACE = "http://webservices.amazon.com/AWSFault/2005-15-09";

  private static final Logger LOG = Logger.getLogger(Faults.class);
  private static final int MAX_TEXT = 400;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final Pattern NOT_PRINTABLE = Pattern.compile("\\p{Cntrl}+");

  public Faults() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(Message message) {
    Exception cause = message.getContent(Exception.class);
    String requestId = RequestGate.requestId(message);
    ApiException told = translate(cause, requestId);
    String side = told.code().callersFault() ? "Client." : "Server.";
    SoapFault fault =
        new SoapFault(
            told.getMessage(), new QName(NAMESPACE, side + told.code().wireName(), "aws"));
    fault.setDetail(detail(requestId));
    if (isWrongMethod(cause)) {
      fault.setStatusCode(METHOD_NOT_ALLOWED);
    }
    message.setContent(Exception.class, fault);
  }

  private static Element detail(String requestId) {
    Document document = DOMUtils.createDocument();
    Element detail = document.createElement("detail");
    Element id = document.createElementNS(NAMESPACE, "aws:RequestId");
    id.setTextContent(requestId);
    detail.appendChild(id);
    return detail;
  }

  private static ApiException translate(Exception cause, String requestId) {
    ApiException told = find(ApiException.class, cause);
    if (told != null) {
      return told;
    }
    WSSecurityException security = find(WSSecurityException.class, cause);
    if (security != null) {
      return security.getErrorCode() == WSSecurityException.ErrorCode.MESSAGE_EXPIRED
          ? new ApiException(
              ErrorCode.REQUEST_EXPIRED,
              "Request has expired: its Timestamp must be within five minutes of now.")
          : new ApiException(
              ErrorCode.AUTH_FAILURE,
              "The request's signature could not be verified: sign Body and Timestamp with the"
                  + " certificate of a user.");
    }
    Throwable unreadable = find(XMLStreamException.class, cause);
    if (unreadable == null) {
      unreadable = find(JAXBException.class, cause);
    }
    if (unreadable != null || isBlameOnClient(cause)) {
      return new ApiException(
          ErrorCode.INVALID_REQUEST,
          "The request could not be read: " + text(unreadable == null ? cause : unreadable));
    }
    MDC.put("requestId", requestId);
    LOG.errorf(cause, "request %s failed", requestId);
    MDC.remove("requestId");
    return new ApiException(
        ErrorCode.INTERNAL_ERROR, "An internal error has occurred. Request id: " + requestId);
  }

  /** SOAP's own checks: version, mustUnderstand, an empty body. */
  private static boolean isBlameOnClient(Exception cause) {
    if (!(cause instanceof Fault fault)) {
      return false;
    }
    String code = fault.getFaultCode().getLocalPart();
    return switch (code) {
      case "Client", "Sender", "VersionMismatch", "MustUnderstand" -> true;
      default -> isWrongMethod(cause);
    };
  }

  private static boolean isWrongMethod(Exception cause) {
    return cause instanceof Fault fault && fault.getStatusCode() == METHOD_NOT_ALLOWED;
  }

  private static String text(Throwable problem) {
    Throwable deepest = problem;
    while (deepest.getMessage() == null && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    if (problem instanceof JAXBException binding && binding.getLinkedException() != null) {
      deepest = binding.getLinkedException();
    }
    String text = NOT_PRINTABLE.matcher(String.valueOf(deepest.getMessage())).replaceAll(" ");
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, @Nullable Throwable from) {
    int steps = 0;
    for (Throwable at = from; at != null && steps < 20; at = at.getCause(), steps++) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}

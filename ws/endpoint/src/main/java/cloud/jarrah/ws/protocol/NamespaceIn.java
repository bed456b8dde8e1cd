package cloud.jarrah.ws.protocol;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.Ec2Versions;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.model.BindingInfo;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads any dated namespace of the public API as the one the wire types are written in. It runs
 * after the signature check: that has to see the original.
 */
public class NamespaceIn extends AbstractSoapInterceptor {
  private static final Pattern DATED =
      Pattern.compile("http://ec2\\.amazonaws\\.com/doc/(\\d{4}-\\d{2}-\\d{2})/");

  private static final String VERSION = "cloud.jarrah.version";

  public NamespaceIn() {
    super(Phase.POST_PROTOCOL);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Element request = request(message);
    String namespace = request.getNamespaceURI() == null ? "" : request.getNamespaceURI();
    Matcher dated = DATED.matcher(namespace);
    if (!dated.matches() || !Ec2Versions.ALL.contains(dated.group(1))) {
      throw new ApiException(
          ErrorCode.NO_SUCH_VERSION,
          "The request's namespace is not that of a version of this API."
              + " Use "
              + Ec2Response.NAMESPACE);
    }
    message.put(VERSION, dated.group(1));
    message.getExchange().put(VERSION, dated.group(1));
    requireAction(message, request.getLocalName());
    requireSameSoapAction(message, request.getLocalName());
    // Parameters that the schema lacks are ignored, as clients of all ages expect.
    message.put("jaxb-reader-validation-event-handler", new BindingErrors());
    XMLStreamReader reader = message.getContent(XMLStreamReader.class);
    if (!namespace.equals(Ec2Response.NAMESPACE) && reader != null) {
      message.setContent(XMLStreamReader.class, new RenamingReader(reader, namespace));
    }
  }

  private static Element request(SoapMessage message) {
    try {
      Element body =
          (Element) DOMUtils.getDomElement(message.getContent(SOAPMessage.class).getSOAPBody());
      Element request = DOMUtils.getFirstElement(body);
      if (request == null || DOMUtils.getNextElement(request) != null) {
        throw new ApiException(
            ErrorCode.INVALID_REQUEST, "The SOAP body must hold one element, the request.");
      }
      return request;
    } catch (SOAPException e) {
      throw new ApiException(ErrorCode.INVALID_REQUEST, "The request has no SOAP body.", e);
    }
  }

  private static void requireAction(SoapMessage message, String action) {
    BindingInfo binding = message.getExchange().getEndpoint().getEndpointInfo().getBinding();
    if (binding.getOperation(new QName(Ec2Response.NAMESPACE, action)) == null) {
      String shown = action.length() > 64 ? action.substring(0, 64) : action;
      throw new ApiException(
          ErrorCode.INVALID_ACTION, "The action " + shown + " is not valid for this web service.");
    }
  }

  /**
   * The header says no more than the body, so it may be left out or empty; but whoever decides by
   * it on the way, such as a proxy, must not be told something else than what is carried out.
   */
  private static void requireSameSoapAction(SoapMessage message, String action) {
    String header = SoapActionInInterceptor.getSoapAction(message);
    if (header != null && !header.isBlank() && !header.strip().equals(action)) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "The SOAPAction is not the request in the Body. Leave it empty or set it to \""
              + action
              + "\".");
    }
  }

  /** The version a request asked for, read from its message or its message context. */
  public static String version(Map<String, Object> message) {
    return message.get(VERSION) instanceof String version ? version : Ec2Versions.CURRENT;
  }

  /** Maps one namespace to ours and leaves all others alone. */
  static final class RenamingReader extends StreamReaderDelegate {
    private final String from;

    RenamingReader(XMLStreamReader reader, String from) {
      super(reader);
      this.from = from;
    }

    private @Nullable String map(@Nullable String namespace) {
      return from.equals(namespace) ? Ec2Response.NAMESPACE : namespace;
    }

    @Override
    public @Nullable String getNamespaceURI() {
      return map(super.getNamespaceURI());
    }

    @Override
    public @Nullable String getNamespaceURI(String prefix) {
      return map(super.getNamespaceURI(prefix));
    }

    @Override
    public @Nullable String getNamespaceURI(int index) {
      return map(super.getNamespaceURI(index));
    }

    @Override
    public @Nullable String getAttributeNamespace(int index) {
      return map(super.getAttributeNamespace(index));
    }

    @Override
    public QName getName() {
      QName name = super.getName();
      return from.equals(name.getNamespaceURI())
          ? new QName(Ec2Response.NAMESPACE, name.getLocalPart(), name.getPrefix())
          : name;
    }

    @Override
    public void require(int type, @Nullable String namespace, @Nullable String name)
        throws XMLStreamException {
      super.require(type, Ec2Response.NAMESPACE.equals(namespace) ? from : namespace, name);
    }
  }
}

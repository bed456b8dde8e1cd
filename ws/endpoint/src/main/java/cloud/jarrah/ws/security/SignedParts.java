package cloud.jarrah.ws.security;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.wss4j.dom.WSDataRef;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks that what was signed is what will be carried out. A valid signature says nothing about
 * <em>where</em> in the message the signed elements are; so the very same nodes must be the
 * envelope's only body and the only timestamp of the only security header.
 */
final class SignedParts {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = WSS + "wssecurity-secext-1.0.xsd";
  private static final String WSU = WSS + "wssecurity-utility-1.0.xsd";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  private SignedParts() {}

  /**
   * @param signed what the message's one signature covers
   * @throws ApiException if that is not the body and the timestamp, just as they stand
   */
  static void check(Element envelope, List<WSDataRef> signed) {
    Set<Node> nodes = new HashSet<>();
    for (WSDataRef part : signed) {
      // Any other transform may sign less than it seems to.
      if (!List.of(EXCLUSIVE).equals(part.getTransformAlgorithms()) || part.isContent()) {
        throw refusal("references may use exclusive canonicalisation only");
      }
      nodes.add(DOMUtils.getDomElement(part.getProtectedElement()));
    }
    requireDistinctIds(DOMUtils.getDomElement(envelope), new HashSet<>());
    Element header = only(envelope, SOAP, "Header");
    Element security = only(header, WSSE, "Security");
    if (!nodes.contains(only(envelope, SOAP, "Body"))) {
      throw refusal("it does not cover the Body");
    }
    if (!nodes.contains(only(security, WSU, "Timestamp"))) {
      throw refusal("it does not cover the Timestamp");
    }
    if (children(envelope).size() != 2) {
      throw refusal("an envelope holds a Header and a Body and nothing else");
    }
  }

  /** With an id that two elements have, it would be a matter of luck which one is meant. */
  private static void requireDistinctIds(Node node, Set<String> seen) {
    if (node instanceof Element element) {
      for (String id :
          List.of(element.getAttributeNS(WSU, "Id"), element.getAttributeNS(null, "Id"))) {
        if (!id.isEmpty() && !seen.add(id)) {
          throw refusal("two elements have the same Id");
        }
      }
    }
    for (Node at = node.getFirstChild(); at != null; at = at.getNextSibling()) {
      requireDistinctIds(at, seen);
    }
  }

  private static Element only(Element parent, String namespace, String name) {
    List<Element> found =
        children(parent).stream()
            .filter(e -> namespace.equals(e.getNamespaceURI()) && name.equals(e.getLocalName()))
            .toList();
    if (found.size() != 1) {
      throw refusal("the message has " + found.size() + " elements " + name + ", not one");
    }
    return found.get(0);
  }

  /** The plain nodes below SAAJ's wrappers, since those are what the signature was checked on. */
  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    Node plain = DOMUtils.getDomElement(parent);
    for (Node at = plain.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (DOMUtils.getDomElement(at) instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static ApiException refusal(String reason) {
    return new ApiException(
        ErrorCode.AUTH_FAILURE, "The request's signature was not accepted: " + reason + ".");
  }
}

package cloud.jarrah.ws.security;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs by Java's own XML signatures, so that tests can sign what clients should not. */
public final class HandSigned {
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = WSS + "wssecurity-secext-1.0.xsd";
  private static final String WSU = WSS + "wssecurity-utility-1.0.xsd";
  private static final String X509 = WSS + "x509-token-profile-1.0#X509v3";
  private static final String BASE64 = WSS + "soap-message-security-1.0#Base64Binary";

  private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
  private final User shown;
  private final List<Transform> bodyTransforms = new ArrayList<>();
  private Key key;
  private String algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private @Nullable PublicKey keyValue;

  private HandSigned(User user) {
    shown = user;
    key = user.keys().getPrivate();
  }

  public static HandSigned by(User user) {
    return new HandSigned(user);
  }

  /** Transforms the Body before its digest is made. */
  public HandSigned transform(String name, TransformParameterSpec parameters) {
    try {
      bodyTransforms.add(factory.newTransform(name, parameters));
      return this;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with a key that everybody knows: the public one, taken for a shared secret. */
  public HandSigned hmacWithThePublicKey(String hmac) {
    algorithm = hmac;
    key = new SecretKeySpec(shown.keys().getPublic().getEncoded(), "HMAC");
    return this;
  }

  /** Signs with another's key, and shows that key beside the certificate. */
  public HandSigned withKeyValueOf(User other) {
    key = other.keys().getPrivate();
    keyValue = other.keys().getPublic();
    return this;
  }

  public Document sign(String body) {
    Document message = Xml.parse(envelope(body));
    Element security = Xml.first(message, "Security");
    try {
      DOMSignContext context = new DOMSignContext(key, security);
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS(Xml.first(message, "Body"), WSU, "Id");
      context.setIdAttributeNS(Xml.first(message, "Timestamp"), WSU, "Id");
      List<Transform> all = new ArrayList<>(bodyTransforms);
      all.add(exclusive());
      factory
          .newXMLSignature(
              factory.newSignedInfo(
                  factory.newCanonicalizationMethod(
                      CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                  factory.newSignatureMethod(algorithm, null),
                  List.of(reference("#body", all), reference("#timestamp", List.of(exclusive())))),
              keyInfo(message))
          .sign(context);
      return message;
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException(e);
    }
  }

  private Transform exclusive() throws GeneralSecurityException {
    return factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
  }

  private Reference reference(String uri, List<Transform> transforms)
      throws GeneralSecurityException {
    return factory.newReference(
        uri, factory.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
  }

  private KeyInfo keyInfo(Document message) throws GeneralSecurityException {
    Element token = message.createElementNS(WSSE, "wsse:SecurityTokenReference");
    Element reference = message.createElementNS(WSSE, "wsse:Reference");
    reference.setAttribute("URI", "#certificate");
    reference.setAttribute("ValueType", X509);
    token.appendChild(reference);
    var keys = factory.getKeyInfoFactory();
    List<XMLStructure> content = new ArrayList<>();
    if (keyValue != null) {
      content.add(keys.newKeyValue(keyValue));
    }
    content.add(new DOMStructure(token));
    return keys.newKeyInfo(content);
  }

  private String envelope(String body) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String certificate;
    try {
      certificate = Base64.getEncoder().encodeToString(shown.certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return String.format(
        "<s:Envelope xmlns:s='%s' xmlns:wsse='%s' xmlns:wsu='%s'><s:Header>"
            + "<wsse:Security s:mustUnderstand='1'><wsse:BinarySecurityToken EncodingType='%s'"
            + " ValueType='%s' wsu:Id='certificate'>%s</wsse:BinarySecurityToken>"
            + "<wsu:Timestamp wsu:Id='timestamp'><wsu:Created>%s</wsu:Created>"
            + "<wsu:Expires>%s</wsu:Expires></wsu:Timestamp></wsse:Security></s:Header>"
            + "<s:Body wsu:Id='body'>%s</s:Body></s:Envelope>",
        Xml.SOAP, WSSE, WSU, BASE64, X509, certificate, now, now.plusSeconds(300), body);
  }
}

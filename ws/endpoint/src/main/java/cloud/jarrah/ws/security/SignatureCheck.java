package cloud.jarrah.ws.security;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.ws.protocol.RequestGate;
import cloud.jarrah.ws.protocol.StrictXml;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.soap.SOAPMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.w3c.dom.Element;

/**
 * Authenticates a message by its WS-Security signature: Body and Timestamp signed with the key of a
 * user's X.509 certificate, which the message carries. No message gets past it otherwise.
 */
public class SignatureCheck extends WSS4JInInterceptor {
  /** Where the endpoint finds the authenticated {@link Caller} in the message. */
  public static final String CALLER = "cloud.jarrah.caller";

  private static final int LIFETIME_SECONDS = 300;

  /** Longer than the time in which a message from a clock that is ahead or behind is accepted. */
  private static final long REMEMBER_SECONDS = 3L * LIFETIME_SECONDS;

  private static final Set<String> SHA2 =
      Set.of(
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
          "http://www.w3.org/2001/04/xmlenc#sha256");
  private static final Set<String> SHA1 =
      Set.of(
          "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1");

  private final Supplier<Credentials> credentials;
  private final Supplier<SoapSettings> settings;
  private final Crypto certificates = new PresentedCertificates();

  /** As the server makes it. */
  public SignatureCheck() {
    this(() -> CDI.current().select(Credentials.class).get(), SoapSettings::configured);
  }

  public SignatureCheck(Supplier<Credentials> credentials, Supplier<SoapSettings> settings) {
    this.credentials = credentials;
    this.settings = settings;
    setProperty(
        ConfigurationConstants.ACTION,
        ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
    setProperty(ConfigurationConstants.IS_BSP_COMPLIANT, "true");
    setProperty(ConfigurationConstants.TTL_TIMESTAMP, Integer.toString(LIFETIME_SECONDS));
    setProperty(ConfigurationConstants.TTL_FUTURE_TIMESTAMP, Integer.toString(LIFETIME_SECONDS));
  }

  @Override
  public Crypto loadSignatureCrypto(RequestData request) {
    return certificates;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    if (isGET(message)) {
      throw SignedParts.refusal("requests are sent by POST");
    }
    // Replays are refused by our own table, which all servers share.
    message.put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
    SAAJInInterceptor.INSTANCE.handleMessage(message);
    StrictXml.readToTheEnd(message);
    super.handleMessage(message);
    WSSecurityEngineResult signature = onlySignature(message);
    requireAlgorithms(signature);
    SignedParts.check(envelope(message), dataRefs(signature));
    message.put(CALLER, authenticate(message, signature));
  }

  private static Element envelope(SoapMessage message) {
    SOAPMessage soap = message.getContent(SOAPMessage.class);
    return soap.getSOAPPart().getDocumentElement();
  }

  private static WSSecurityEngineResult onlySignature(SoapMessage message) {
    List<WSHandlerResult> results =
        CastUtils.cast((List<?>) message.get(WSHandlerConstants.RECV_RESULTS));
    if (results == null || results.size() != 1) {
      throw SignedParts.refusal("the message has no security header");
    }
    List<WSSecurityEngineResult> signatures =
        results.get(0).getActionResults().getOrDefault(WSConstants.SIGN, List.of());
    if (signatures.size() != 1) {
      throw SignedParts.refusal("the message has " + signatures.size() + " signatures, not one");
    }
    return signatures.get(0);
  }

  private static List<WSDataRef> dataRefs(WSSecurityEngineResult signature) {
    List<WSDataRef> refs =
        CastUtils.cast((List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS));
    return refs == null ? List.of() : refs;
  }

  private void requireAlgorithms(WSSecurityEngineResult signature) {
    requireAlgorithm(String.valueOf(signature.get(WSSecurityEngineResult.TAG_SIGNATURE_METHOD)));
    dataRefs(signature).forEach(ref -> requireAlgorithm(ref.getDigestAlgorithm()));
  }

  private void requireAlgorithm(String algorithm) {
    if (!SHA2.contains(algorithm) && !(settings.get().allowSha1() && SHA1.contains(algorithm))) {
      throw SignedParts.refusal(
          "sign with rsa-sha256 and digest with sha256"
              + (settings.get().allowSha1() ? " (or rsa-sha1 and sha1)" : ""));
    }
  }

  private Caller authenticate(SoapMessage message, WSSecurityEngineResult signature) {
    if (!(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE)
            instanceof X509Certificate certificate)
        || !(signature.get(WSSecurityEngineResult.TAG_SIGNATURE_VALUE) instanceof byte[] value)) {
      throw SignedParts.refusal("it was not made with a certificate");
    }
    Credentials known = credentials.get();
    String fingerprint = fingerprint(certificate);
    Identity identity =
        known
            .certificate(fingerprint)
            .orElseThrow(() -> SignedParts.refusal("the certificate is not that of a user"));
    // Only now, so that nobody but a user can fill the table.
    if (!known.firstUse(hex(value), REMEMBER_SECONDS)) {
      throw SignedParts.refusal("this very message was received before; sign each one anew");
    }
    return new Caller(
        identity,
        fingerprint,
        RequestGate.requestId(message),
        sourceAddress(message),
        Caller.Protocol.SOAP);
  }

  private static String sourceAddress(SoapMessage message) {
    return message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
        ? request.getRemoteAddr()
        : "127.0.0.1";
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was parsed cannot be written", e);
    }
  }

  /** SHA-256 in lower-case hex. */
  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package cloud.jarrah.ws.security;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.WSTimeSource;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/** Signs a request as a client would, with knobs for clients that do it badly. */
public final class SignedMessage {
  private final User user;
  private String signatureAlgorithm = WSConstants.RSA_SHA256;
  private String digestAlgorithm = WSConstants.SHA256;
  private int keyIdentifier = WSConstants.BST_DIRECT_REFERENCE;
  private final List<String> parts = new ArrayList<>(List.of("Body", "Timestamp"));
  private Instant created = Instant.now();
  private Consumer<WSSecSignature> tweak = signature -> {};

  private SignedMessage(User user) {
    this.user = user;
  }

  public static SignedMessage by(User user) {
    return new SignedMessage(user);
  }

  public SignedMessage sha1() {
    signatureAlgorithm = WSConstants.RSA_SHA1;
    digestAlgorithm = WSConstants.SHA1;
    return this;
  }

  public SignedMessage without(String part) {
    parts.remove(part);
    return this;
  }

  public SignedMessage keyIdentifier(int type) {
    keyIdentifier = type;
    return this;
  }

  public SignedMessage created(Instant moment) {
    created = moment;
    return this;
  }

  public SignedMessage tweak(Consumer<WSSecSignature> change) {
    tweak = change;
    return this;
  }

  /** The envelope with a security header in which the body is signed. */
  public Document sign(String body) {
    Document envelope = Xml.envelope(body);
    try {
      WSSecHeader header = new WSSecHeader(envelope);
      header.insertSecurityHeader();
      WSSecTimestamp timestamp = new WSSecTimestamp(header);
      timestamp.setTimeToLive(300);
      timestamp.setWsTimeSource(clock());
      timestamp.build();
      WSSecSignature signature = new WSSecSignature(header);
      signature.setUserInfo("user", "password");
      signature.setKeyIdentifierType(keyIdentifier);
      signature.setSignatureAlgorithm(signatureAlgorithm);
      signature.setDigestAlgo(digestAlgorithm);
      signature.getParts().clear();
      for (String part : parts) {
        String namespace = part.equals("Body") ? WSConstants.URI_SOAP11_ENV : WSConstants.WSU_NS;
        signature.getParts().add(new WSEncryptionPart(part, namespace, "Element"));
      }
      tweak.accept(signature);
      return signature.build(keyStore());
    } catch (WSSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private WSTimeSource clock() {
    return new WSTimeSource() {
      @Override
      public Instant now() {
        return created;
      }
    };
  }

  private Crypto keyStore() {
    try {
      java.security.KeyStore store = java.security.KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "user",
          user.keys().getPrivate(),
          "password".toCharArray(),
          new X509Certificate[] {user.certificate()});
      Merlin crypto = new Merlin();
      crypto.setKeyStore(store);
      return crypto;
    } catch (java.security.GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

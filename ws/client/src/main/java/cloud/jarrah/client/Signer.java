package cloud.jarrah.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.handler.RequestData;

/** Signs the Body and a Timestamp of each request by rsa-sha256. */
final class Signer {
  private static final String ALIAS = "user";

  /** Of a key store that is never written anywhere. */
  private static final String PASSWORD = "in-memory";

  private final Crypto crypto;

  private Signer(Crypto crypto) {
    this.crypto = crypto;
  }

  static Signer of(Path certificate, Path key) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          ALIAS,
          readKey(key),
          PASSWORD.toCharArray(),
          new Certificate[] {readCertificate(certificate)});
      Merlin crypto = new Merlin();
      crypto.setKeyStore(store);
      return new Signer(crypto);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "cannot sign with " + certificate + " and " + key + ": " + e.getMessage(), e);
    }
  }

  private static X509Certificate readCertificate(Path path)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(path)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static PrivateKey readKey(Path path) throws IOException, GeneralSecurityException {
    String pem = Files.readString(path, StandardCharsets.US_ASCII);
    if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
      throw new GeneralSecurityException(
          path
              + " is not an unencrypted PKCS #8 key; convert it with `openssl pkcs8 -topk8 -nocrypt`");
    }
    String base64 =
        pem.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----.*|\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(path + " is damaged: it is not base64", e);
    }
  }

  WSS4JOutInterceptor interceptor() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        ConfigurationConstants.ACTION,
        ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
    settings.put(ConfigurationConstants.USER, ALIAS);
    settings.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
    settings.put(
        ConfigurationConstants.SIG_ALGO, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    settings.put(ConfigurationConstants.SIG_DIGEST_ALGO, "http://www.w3.org/2001/04/xmlenc#sha256");
    settings.put(
        ConfigurationConstants.SIGNATURE_PARTS,
        "{Element}{http://schemas.xmlsoap.org/soap/envelope/}Body;"
            + "{Element}{http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp");
    settings.put(
        ConfigurationConstants.PW_CALLBACK_REF,
        (javax.security.auth.callback.CallbackHandler)
            callbacks -> {
              for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback password) {
                  password.setPassword(PASSWORD);
                }
              }
            });
    return new WithOwnKey(settings, crypto);
  }

  /** Takes the key from memory instead of from a properties file. */
  private static final class WithOwnKey extends WSS4JOutInterceptor {
    private final Crypto crypto;

    WithOwnKey(Map<String, Object> settings, Crypto crypto) {
      super(settings);
      this.crypto = crypto;
    }

    @Override
    public Crypto loadSignatureCrypto(RequestData request) {
      return crypto;
    }
  }
}

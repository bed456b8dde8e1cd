package cloud.jarrah.ws.security;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a key store: takes the certificate that a message carries, so that its signature
 * can be verified. Whose it is, is asked afterwards. It knows no other certificates and no keys.
 */
final class PresentedCertificates extends CryptoBase {

  @Override
  public X509Certificate @Nullable [] getX509Certificates(CryptoType wanted) {
    return null;
  }

  @Override
  public @Nullable String getX509Identifier(X509Certificate certificate) {
    return null;
  }

  @Override
  public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler password)
      throws WSSecurityException {
    throw new WSSecurityException(WSSecurityException.ErrorCode.UNSUPPORTED_SECURITY_TOKEN);
  }

  @Override
  public PrivateKey getPrivateKey(PublicKey key, CallbackHandler password)
      throws WSSecurityException {
    throw new WSSecurityException(WSSecurityException.ErrorCode.UNSUPPORTED_SECURITY_TOKEN);
  }

  @Override
  public PrivateKey getPrivateKey(String alias, String password) throws WSSecurityException {
    throw new WSSecurityException(WSSecurityException.ErrorCode.UNSUPPORTED_SECURITY_TOKEN);
  }

  @Override
  public void verifyTrust(
      X509Certificate[] certificates,
      boolean revocation,
      @Nullable Collection<Pattern> subjects,
      @Nullable Collection<Pattern> issuers)
      throws WSSecurityException {
    if (certificates.length != 1) {
      throw new WSSecurityException(WSSecurityException.ErrorCode.UNSUPPORTED_SECURITY_TOKEN);
    }
    try {
      certificates[0].checkValidity();
    } catch (CertificateException e) {
      throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION, e);
    }
  }

  /** A bare key belongs to nobody. */
  @Override
  public void verifyTrust(PublicKey key) throws WSSecurityException {
    throw new WSSecurityException(WSSecurityException.ErrorCode.UNSUPPORTED_SECURITY_TOKEN);
  }
}

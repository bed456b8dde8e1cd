package cloud.jarrah.accounts.control;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jboss.logging.Logger;

/** Reads what hosts send when they want a certificate. Everything in it may be hostile. */
final class CertificateRequest {
  private static final Logger LOG = Logger.getLogger(CertificateRequest.class);
  private static final int MOST_CHARACTERS = 16 * 1024;

  private CertificateRequest() {}

  /** The key, once it is proved that the sender has its private half. */
  static PublicKey verifiedKey(String pem) {
    if (pem.length() > MOST_CHARACTERS) {
      throw AccountErrors.badRequest("it is longer than " + MOST_CHARACTERS + " characters.");
    }
    Optional<Proven> request = read(pem);
    if (request.isEmpty()) {
      throw AccountErrors.badRequest("it is not a PKCS#10 request in PEM.");
    }
    if (!request.get().signed()) {
      throw AccountErrors.badRequest("its signature does not verify.");
    }
    requireStrong(request.get().key());
    return request.get().key();
  }

  private record Proven(PublicKey key, boolean signed) {}

  /** Hostile bytes make the parser throw nearly anything, so everything counts as unreadable. */
  private static Optional<Proven> read(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      if (!(parser.readObject() instanceof PKCS10CertificationRequest parsed)) {
        return Optional.empty();
      }
      PublicKey key = new JcaPKCS10CertificationRequest(parsed).getPublicKey();
      boolean signed = parsed.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
      return Optional.of(new Proven(key, signed));
    } catch (IOException
        | GeneralSecurityException
        | PKCSException
        | OperatorCreationException
        | RuntimeException e) {
      LOG.debugf(e, "unreadable certificate request");
      return Optional.empty();
    }
  }

  private static void requireStrong(PublicKey key) {
    boolean strong =
        key instanceof ECPublicKey ec
            ? ec.getParams().getOrder().bitLength() >= 256
            : key instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= 2048
                && rsa.getModulus().bitLength() <= 8192;
    if (!strong) {
      throw AccountErrors.badRequest(
          "its key must be EC of 256 bits or RSA of 2048 bits at least.");
    }
  }
}

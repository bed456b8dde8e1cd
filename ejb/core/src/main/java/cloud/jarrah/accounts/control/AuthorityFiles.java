package cloud.jarrah.accounts.control;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * The certificate authority's key and certificate, read from {@code ca.key} and {@code ca.pem}.
 *
 * @param key EC or RSA
 */
record AuthorityFiles(PrivateKey key, X509Certificate certificate) {

  static AuthorityFiles read(Path directory) {
    Path keyFile = directory.resolve("ca.key");
    Path certificateFile = directory.resolve("ca.pem");
    try {
      return new AuthorityFiles(key(keyFile), certificate(certificateFile));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the certificate authority (" + keyFile + ", " + certificateFile + ")", e);
    } catch (CertificateException e) {
      throw new IllegalStateException(certificateFile + " has no valid certificate", e);
    }
  }

  private static PrivateKey key(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(text)) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      // OpenSSL may put the curve's parameters before the key.
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        if (found instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (found instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
      }
    }
    throw new IllegalStateException(
        file + " has no private key that can be read without a password");
  }

  private static X509Certificate certificate(Path file) throws IOException, CertificateException {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(text)) {
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        if (found instanceof X509CertificateHolder holder) {
          return new JcaX509CertificateConverter().getCertificate(holder);
        }
      }
    }
    throw new IllegalStateException(file + " has no certificate");
  }
}

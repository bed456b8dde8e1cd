package cloud.jarrah.ws.security;

import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.platform.secrets.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody with a key and a self-signed certificate. */
public record User(Identity identity, KeyPair keys, X509Certificate certificate) {

  public static User named(String name) {
    return validBetween(name, Instant.now().minusSeconds(3600), Instant.now().plusSeconds(3600));
  }

  public static User validBetween(String name, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair keys = generator.generateKeyPair();
      X500Principal subject = new X500Principal("CN=" + name);
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          subject,
                          BigInteger.ONE,
                          Date.from(from),
                          Date.from(until),
                          subject,
                          keys.getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
      return new User(new Identity("123456789012", "AIDA" + name, name, false), keys, certificate);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As PEM, into a directory. */
  public Path writeCertificate(Path directory) {
    try {
      return write(directory, "CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As PEM, into a directory. */
  public Path writeKey(Path directory) {
    return write(directory, "PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private Path write(Path directory, String kind, byte[] content) {
    try {
      return Files.writeString(
          directory.resolve(identity.userName() + " " + kind + ".pem"), Pem.write(kind, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String fingerprint() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

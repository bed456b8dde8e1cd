package cloud.jarrah.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test, with its stores in a directory. */
final class Certificates {
  static final String PASSWORD = "jarrah";
  private static final X500Name AUTHORITY = new X500Name("CN=Test CA");

  private final Path directory;
  private final KeyPair authority;
  private long serial;

  Certificates(Path directory) throws Exception {
    this.directory = directory;
    this.authority = newKey();
    X509Certificate own = sign(AUTHORITY, authority, true);
    KeyStore trust = empty();
    trust.setCertificateEntry("ca", own);
    store(trust, trustStore());
  }

  Path trustStore() {
    return directory.resolve("trust.p12");
  }

  /** A key store whose certificate has this subject. */
  Path issue(String subject) throws Exception {
    KeyPair key = newKey();
    KeyStore keys = empty();
    Certificate[] chain = {sign(new X500Name(subject), key, false)};
    keys.setKeyEntry("key", key.getPrivate(), PASSWORD.toCharArray(), chain);
    Path file = directory.resolve("key-" + serial + ".p12");
    store(keys, file);
    return file;
  }

  private X509Certificate sign(X500Name subject, KeyPair key, boolean isAuthority)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            AUTHORITY,
            BigInteger.valueOf(++serial),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofDays(1))),
            subject,
            key.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void store(KeyStore store, Path file)
      throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }
}

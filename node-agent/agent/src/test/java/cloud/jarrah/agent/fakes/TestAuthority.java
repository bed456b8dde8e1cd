package cloud.jarrah.agent.fakes;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority with a server certificate. */
public final class TestAuthority {
  public static final String STORE_PASSWORD = "test";

  private final KeyPair authorityKey = keyPair();
  private final X509Certificate authority;
  private final KeyPair serverKey = keyPair();
  private final X509Certificate server;
  private final Path directory;
  private final String address;

  /**
   * @param address of the server that gets a certificate
   */
  public TestAuthority(Path directory, String address) throws Exception {
    this.directory = directory;
    this.address = address;
    this.authority = sign("CN=test authority", authorityKey.getPublic(), true);
    this.server = sign("CN=server", serverKey.getPublic(), false);
    Files.writeString(authorityFile(), pem(authority));
    store("server.p12", true);
    store("trust.p12", false);
  }

  private static KeyPair keyPair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  public X509Certificate sign(String subject, PublicKey key, boolean isAuthority) throws Exception {
    Instant now = Instant.now();
    X500Principal issuer = new X500Principal("CN=test authority");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(System.nanoTime()),
            Date.from(now.minus(Duration.ofMinutes(5))),
            Date.from(now.plus(Duration.ofDays(1))),
            new X500Principal(subject),
            key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate())));
  }

  private void store(String name, boolean withKey) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    if (withKey) {
      store.setKeyEntry(
          "server",
          serverKey.getPrivate(),
          STORE_PASSWORD.toCharArray(),
          new Certificate[] {server, authority});
    } else {
      store.setCertificateEntry("authority", authority);
    }
    try (OutputStream out = Files.newOutputStream(directory.resolve(name))) {
      store.store(out, STORE_PASSWORD.toCharArray());
    }
  }

  /** The store of a host that has been enrolled. */
  public Path hostStore(String hostId) throws Exception {
    KeyPair pair = keyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "host",
        pair.getPrivate(),
        STORE_PASSWORD.toCharArray(),
        new Certificate[] {sign("CN=" + hostId, pair.getPublic(), false), authority});
    Path file = directory.resolve(hostId + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, STORE_PASSWORD.toCharArray());
    }
    return file;
  }

  public Path authorityFile() {
    return directory.resolve("ca.pem");
  }

  public Path serverStore() {
    return directory.resolve("server.p12");
  }

  public Path trustStore() {
    return directory.resolve("trust.p12");
  }

  public String authorityPem() throws IOException {
    return Files.readString(authorityFile());
  }

  public static String pem(X509Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  public SSLContext serverContext() throws Exception {
    KeyStore store = KeyStore.getInstance(serverStore().toFile(), STORE_PASSWORD.toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}

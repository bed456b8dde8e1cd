package cloud.jarrah.accounts.control;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.secrets.Pem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** The cloud's own certificate authority: users sign SOAP messages, hosts open TLS connections. */
@Singleton
public class CertificateAuthority {
  private static final Duration VALIDITY = Duration.ofDays(3 * 365);

  /** So that a clock that is a little slow does not refuse a new certificate. */
  private static final Duration BACKDATED = Duration.ofMinutes(10);

  private final AuthorityFiles files;
  private final SecureRandom random = new SecureRandom();

  @Inject
  CertificateAuthority(Settings settings) {
    this(settings.directory("jarrah.pki.dir", "pki"));
  }

  /** Reads {@code ca.key} and {@code ca.pem}. */
  public CertificateAuthority(Path directory) {
    files = AuthorityFiles.read(directory);
  }

  /**
   * A user's new certificate.
   *
   * @param fingerprint lower-case hex SHA-256 of the DER form
   * @param certificate PEM
   * @param privateKey PEM (PKCS#8); not kept anywhere
   */
  public record Issued(String fingerprint, String certificate, String privateKey, Instant expires) {
    @Override
    public String toString() {
      return "Issued[" + fingerprint + "]";
    }
  }

  /** The authority's own certificate, PEM. */
  public String certificate() {
    try {
      return Pem.write("CERTIFICATE", files.certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An RSA key and its certificate: the old SOAP tools sign with nothing else. */
  public Issued issueToUser(String accountId, String userName, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] der = sign(name(userName, accountId), pair.getPublic(), now);
      return new Issued(
          fingerprint(der),
          Pem.write("CERTIFICATE", der),
          Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()),
          now.plus(VALIDITY));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A host's certificate. The names it asked for are ignored: it gets the one it is told.
   *
   * @param request PKCS#10 in PEM, signed by the key it is for
   * @return PEM
   * @throws cloud.jarrah.api.ApiException if the request is not in order
   */
  public String signHost(String request, String hostId, Instant now) {
    PublicKey key = CertificateRequest.verifiedKey(request);
    return Pem.write("CERTIFICATE", sign(name(hostId, null), key, now));
  }

  private static X500Name name(String commonName, @Nullable String unit) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    name.addRDN(BCStyle.CN, commonName);
    if (unit != null) {
      name.addRDN(BCStyle.OU, unit);
      name.addRDN(BCStyle.O, "Jarrah");
    }
    return name.build();
  }

  private byte[] sign(X500Name subject, PublicKey key, Instant now) {
    Instant begin = now.minus(BACKDATED);
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              files.certificate(),
              new BigInteger(127, random).setBit(120),
              Date.from(begin),
              Date.from(now.plus(VALIDITY)),
              subject,
              key);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
          .addExtension(
              Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(files.certificate()));
      return builder
          .build(new JcaContentSignerBuilder(algorithm()).build(files.key()))
          .getEncoded();
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("cannot sign a certificate", e);
    }
  }

  private String algorithm() {
    return files.certificate().getPublicKey() instanceof RSAPublicKey
        ? "SHA256withRSA"
        : "SHA256withECDSA";
  }

  private static String fingerprint(byte[] der) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
  }
}

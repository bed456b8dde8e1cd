package cloud.jarrah.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.platform.secrets.Pem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
  private final CertificateAuthority authority;

  CertificateAuthorityTest(@TempDir Path directory) {
    authority = TestAuthority.in(directory);
  }

  private static X509Certificate read(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String request(KeyPair key, PrivateKey signedWith, String algorithm)
      throws Exception {
    return Pem.write(
        "CERTIFICATE REQUEST",
        new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=evil,O=x"), key.getPublic())
            .build(new JcaContentSignerBuilder(algorithm).build(signedWith))
            .getEncoded());
  }

  @Test
  void userCertificateIsRsaAndVerifies() throws Exception {
    CertificateAuthority.Issued issued =
        authority.issueToUser("123456789012", "root", Instant.now());
    X509Certificate certificate = read(issued.certificate());
    certificate.verify(read(authority.certificate()).getPublicKey());
    certificate.checkValidity();
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("RSA");
    assertThat(certificate.getSubjectX500Principal().getName())
        .contains("CN=root", "OU=123456789012");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(issued.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(issued.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void hostGetsTheNameItIsToldNotTheOneItAskedFor() throws Exception {
    KeyPair key = TestAuthority.ecKey();
    String pem =
        authority.signHost(
            request(key, key.getPrivate(), "SHA256withECDSA"), "host-0123", Instant.now());
    X509Certificate certificate = read(pem);
    certificate.verify(read(authority.certificate()).getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=host-0123");
    assertThat(certificate.getPublicKey()).isEqualTo(key.getPublic());
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
  }

  @Test
  void requestThatIsForgedWeakOrNoneIsRefused() throws Exception {
    KeyPair key = TestAuthority.ecKey();
    KeyPair other = TestAuthority.ecKey();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair weak = generator.generateKeyPair();
    for (String wrong :
        new String[] {
          request(key, other.getPrivate(), "SHA256withECDSA"),
          request(weak, weak.getPrivate(), "SHA256withRSA"),
          "",
          "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
          "-----BEGIN CERTIFICATE REQUEST-----\n%%%%\n-----END CERTIFICATE REQUEST-----\n",
          authority.certificate(),
          "x".repeat(20_000)
        }) {
      assertThatThrownBy(() -> authority.signHost(wrong, "host-1", Instant.now()))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("refused");
    }
  }
}

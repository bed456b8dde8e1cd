package cloud.jarrah.agent.enrolment;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The host's key pair; the private half never leaves the host. */
record HostKey(KeyPair pair) {

  static HostKey generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return new HostKey(generator.generateKeyPair());
  }

  /** PKCS#10 in PEM. The subject is only a proposal: the cloud issues to the host's id. */
  String certificateRequest(String name) throws GeneralSecurityException, IOException {
    try {
      ContentSigner signer =
          new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Principal("CN=" + name), pair.getPublic())
              .build(signer)
              .getEncoded();
      return "-----BEGIN CERTIFICATE REQUEST-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END CERTIFICATE REQUEST-----\n";
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("cannot sign the certificate request", e);
    }
  }
}

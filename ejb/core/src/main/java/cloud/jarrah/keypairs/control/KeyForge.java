package cloud.jarrah.keypairs.control;

import cloud.jarrah.keypairs.entity.KeyPair.Content;
import cloud.jarrah.platform.secrets.Pem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** Makes new key pairs. */
@Singleton
public class KeyForge {
  private static final int RSA_BITS = 2048;
  private static final int PRIME_CERTAINTY = 112;

  private final SecureRandom random = new SecureRandom();

  /**
   * A new key pair.
   *
   * @param privateKey PEM, as ssh reads it; given to the user and forgotten
   */
  public record Forged(Content content, String privateKey) {
    @Override
    public String toString() {
      return "Forged[" + content.fingerprint() + "]";
    }
  }

  public Forged rsa() {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            BigInteger.valueOf(65537), random, RSA_BITS, PRIME_CERTAINTY));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    try {
      // Of a key made here the public API shows the digest of the private half.
      String fingerprint =
          Fingerprints.sha1(
              PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded());
      return new Forged(
          new Content(PublicKeys.RSA, fingerprint, PublicKeys.line(pair.getPublic())),
          Pem.write("RSA PRIVATE KEY", OpenSSHPrivateKeyUtil.encodePrivateKey(pair.getPrivate())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Forged ed25519() {
    Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
    generator.init(new Ed25519KeyGenerationParameters(random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    try {
      return new Forged(
          PublicKeys.describe(pair.getPublic()),
          Pem.write(
              "OPENSSH PRIVATE KEY", OpenSSHPrivateKeyUtil.encodePrivateKey(pair.getPrivate())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

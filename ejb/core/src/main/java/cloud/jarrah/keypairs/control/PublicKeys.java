package cloud.jarrah.keypairs.control;

import cloud.jarrah.keypairs.entity.KeyPair.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads public keys in the forms that the public API takes: OpenSSH ({@code ssh-rsa AAAA…}), SSH2
 * (RFC 4716), PEM and DER (SubjectPublicKeyInfo, or PKCS#1 for RSA), each once more in base64.
 */
public final class PublicKeys {
  static final String RSA = "rsa";
  static final String ED25519 = "ed25519";

  private static final Logger LOG = Logger.getLogger(PublicKeys.class);
  private static final int MOST_CHARACTERS = 32 * 1024;
  private static final Pattern OPENSSH =
      Pattern.compile("(ssh-rsa|ssh-ed25519)[ \\t]+([A-Za-z0-9+/]+={0,2})([ \\t].*)?");
  private static final Pattern SSH2 =
      Pattern.compile(
          "---- BEGIN SSH2 PUBLIC KEY ----\\s+(.*?)\\s+---- END SSH2 PUBLIC KEY ----",
          Pattern.DOTALL);
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)-----END.*", Pattern.DOTALL);

  private PublicKeys() {}

  /** The key in PublicKeyMaterial; a hostile, weak or unknown one is refused. */
  public static Content read(String material) {
    if (material.length() > MOST_CHARACTERS) {
      throw KeyPairErrors.badKey("it is too long.");
    }
    byte[] decoded =
        base64(material)
            .orElseThrow(() -> KeyPairErrors.badKey("PublicKeyMaterial is not base64."));
    AsymmetricKeyParameter key =
        parse(decoded)
            .orElseThrow(() -> KeyPairErrors.badKey("it is no RSA or ED25519 public key."));
    requireSound(key);
    return describe(key);
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      LOG.debugf(e, "not base64");
      return Optional.empty();
    }
  }

  /** Hostile bytes make the parsers throw nearly anything, so everything counts as no key. */
  private static Optional<AsymmetricKeyParameter> parse(byte[] content) {
    try {
      String text = new String(content, StandardCharsets.UTF_8).strip();
      Matcher openSsh = OPENSSH.matcher(text);
      if (openSsh.matches()) {
        return blob(openSsh.group(2));
      }
      Matcher ssh2 = SSH2.matcher(text);
      if (ssh2.matches()) {
        return blob(withoutHeaders(ssh2.group(1)));
      }
      Matcher pem = PEM.matcher(text);
      if (pem.matches()) {
        return base64(pem.group(2)).map(der -> der(der, pem.group(1) != null));
      }
      return Optional.of(der(content, false));
    } catch (RuntimeException e) {
      LOG.debugf(e, "unreadable public key");
      return Optional.empty();
    }
  }

  private static Optional<AsymmetricKeyParameter> blob(String text) {
    return base64(text).map(OpenSSHPublicKeyUtil::parsePublicKey);
  }

  /** RFC 4716: {@code Name: value} lines come first; a backslash continues one. */
  private static String withoutHeaders(String body) {
    return body.replaceAll("\\\\\\r?\\n", "").replaceAll("(?m)^[^\\n]*:[^\\n]*$", "");
  }

  private static AsymmetricKeyParameter der(byte[] der, boolean pkcs1) {
    try {
      if (pkcs1) {
        return PublicKeyFactory.createKey(
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                RSAPublicKey.getInstance(der)));
      }
      return PublicKeyFactory.createKey(der);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void requireSound(@Nullable AsymmetricKeyParameter key) {
    if (key instanceof RSAKeyParameters rsa) {
      int bits = rsa.getModulus().bitLength();
      if (rsa.isPrivate() || bits < 1024 || bits > 8192) {
        throw KeyPairErrors.badKey("RSA keys must have 1024 to 8192 bits.");
      }
      if (!rsa.getExponent().testBit(0) || rsa.getExponent().bitLength() < 2) {
        throw KeyPairErrors.badKey("its RSA exponent makes it worthless.");
      }
    } else if (!(key instanceof Ed25519PublicKeyParameters)) {
      throw KeyPairErrors.badKey("it is no RSA or ED25519 public key.");
    }
  }

  /** Type, fingerprint (as of an imported key) and OpenSSH line. */
  static Content describe(AsymmetricKeyParameter key) {
    try {
      if (key instanceof RSAKeyParameters) {
        byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
        return new Content(RSA, Fingerprints.md5(der), line(key));
      }
      byte[] blob = OpenSSHPublicKeyUtil.encodePublicKey(key);
      return new Content(ED25519, Fingerprints.sha256(blob), line(key));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String line(AsymmetricKeyParameter key) throws IOException {
    String type = key instanceof RSAKeyParameters ? "ssh-rsa " : "ssh-ed25519 ";
    return type + Base64.getEncoder().encodeToString(OpenSSHPublicKeyUtil.encodePublicKey(key));
  }
}

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
  private static final int MOST_CHARACTERS = 16 * 1024;

  /** RSA of 8192 bits has 1062: what is longer is not even looked at, since checking it costs. */
  private static final int MOST_KEY_BYTES = 1200;

  private static final Pattern OPENSSH =
      Pattern.compile("(ssh-rsa|ssh-ed25519)[ \\t]+([A-Za-z0-9+/]+={0,2})([ \\t].*)?");

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
        return key(base64(openSsh.group(2)), Form.BLOB);
      }
      for (Armour armour : Armour.values()) {
        Optional<String> body = armour.body(text);
        if (body.isPresent()) {
          return key(base64(body.get()), armour.form);
        }
      }
      return key(Optional.of(content), Form.SUBJECT_PUBLIC_KEY_INFO);
    } catch (RuntimeException e) {
      LOG.debugf(e, "unreadable public key");
      return Optional.empty();
    }
  }

  private static Optional<AsymmetricKeyParameter> key(Optional<byte[]> bytes, Form form) {
    return bytes.filter(found -> found.length <= MOST_KEY_BYTES).map(form::read);
  }

  /** What a key looks like inside its armour. */
  private enum Form {
    BLOB,
    SUBJECT_PUBLIC_KEY_INFO,
    PKCS1;

    AsymmetricKeyParameter read(byte[] bytes) {
      try {
        return switch (this) {
          case BLOB -> OpenSSHPublicKeyUtil.parsePublicKey(bytes);
          case SUBJECT_PUBLIC_KEY_INFO -> PublicKeyFactory.createKey(bytes);
          case PKCS1 ->
              PublicKeyFactory.createKey(
                  new SubjectPublicKeyInfo(
                      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                      RSAPublicKey.getInstance(bytes)));
        };
      } catch (IOException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  /** Lines before and after the base64 of a key. */
  private enum Armour {
    SSH2("---- BEGIN SSH2 PUBLIC KEY ----", "---- END SSH2 PUBLIC KEY ----", Form.BLOB),
    PEM("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----", Form.SUBJECT_PUBLIC_KEY_INFO),
    PEM_RSA("-----BEGIN RSA PUBLIC KEY-----", "-----END RSA PUBLIC KEY-----", Form.PKCS1);

    private final String begin;
    private final String end;
    private final Form form;

    Armour(String begin, String end, Form form) {
      this.begin = begin;
      this.end = end;
      this.form = form;
    }

    Optional<String> body(String text) {
      if (!text.startsWith(begin) || !text.endsWith(end)) {
        return Optional.empty();
      }
      return Optional.of(
          withoutHeaders(text.substring(begin.length(), text.length() - end.length())));
    }
  }

  /** RFC 4716: {@code Name: value} lines come first; a backslash at its end continues one. */
  private static String withoutHeaders(String body) {
    StringBuilder kept = new StringBuilder();
    boolean header = false;
    for (String line : body.lines().toList()) {
      boolean continued = header;
      header = (continued || line.indexOf(':') >= 0) && line.endsWith("\\");
      if (!continued && line.indexOf(':') < 0) {
        kept.append(line);
      }
    }
    return kept.toString();
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

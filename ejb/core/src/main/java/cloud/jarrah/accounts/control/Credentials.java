package cloud.jarrah.accounts.control;

import cloud.jarrah.platform.actions.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What the protocol adapters ask in order to authenticate a request. */
public interface Credentials {

  /** The owner of an active access key, with the secret to check a signature with. */
  Optional<SigningIdentity> accessKey(String accessKeyId);

  /**
   * A temporary access key. {@link #accessKey} does not find those: they count only together with
   * their session token.
   */
  default Optional<Session> session(String accessKeyId) {
    return Optional.empty();
  }

  /**
   * The owner of an active certificate.
   *
   * @param fingerprint lower-case hex SHA-256 of the DER form
   */
  Optional<Identity> certificate(String fingerprint);

  /**
   * Notes a signed SOAP message so that it is accepted once only, by any server.
   *
   * @param digest of the signature value
   * @param seconds how long the note must outlive the message
   * @return false if it was seen before
   */
  boolean firstUse(String digest, long seconds);

  /**
   * A temporary access key.
   *
   * @param tokenHash lower-case hex SHA-256 of the session token
   * @param expired whether its time is over
   */
  record Session(SigningIdentity signer, String tokenHash, boolean expired) {

    /** Whether that is the key's session token; in constant time. */
    public boolean hasToken(String token) {
      return MessageDigest.isEqual(
          Secrets.hash(token).getBytes(StandardCharsets.US_ASCII),
          tokenHash.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** An access key's owner and secret. */
  record SigningIdentity(Identity identity, String accessKeyId, String secret) {
    @Override
    public String toString() {
      return "SigningIdentity[" + accessKeyId + "]";
    }
  }
}

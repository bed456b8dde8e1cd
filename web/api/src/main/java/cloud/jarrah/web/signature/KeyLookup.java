package cloud.jarrah.web.signature;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.accounts.control.Credentials.Session;
import cloud.jarrah.accounts.control.Credentials.SigningIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the key that a request names, before its signature is checked. Nothing is
 * told about it until then.
 *
 * @param tokenFits whether the request has the session token that the key needs, or none if it
 *     needs none
 */
record KeyLookup(Optional<SigningIdentity> signer, boolean tokenFits, boolean expired) {
  /** Keeps the work for an unknown key the same as for a known one. */
  private static final String NOBODYS_SECRET = "0000000000000000000000000000000000000000";

  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  static KeyLookup of(Credentials credentials, String accessKeyId, @Nullable String token) {
    Optional<Session> session = credentials.session(accessKeyId);
    if (session.isPresent()) {
      Session found = session.get();
      return new KeyLookup(
          Optional.of(found.signer()), token != null && found.hasToken(token), found.expired());
    }
    return new KeyLookup(credentials.accessKey(accessKeyId), token == null, false);
  }

  /** The secret to calculate the signature with. */
  String secret() {
    return signer.map(SigningIdentity::secret).orElse(NOBODYS_SECRET);
  }

  /**
   * The owner of the key.
   *
   * @param signatureFits whether the request's signature is the calculated one
   * @throws cloud.jarrah.api.ApiException if anything does not hold
   */
  SigningIdentity require(boolean signatureFits, SigningDialect dialect) {
    SigningIdentity known = signer.orElseThrow(dialect::unknownKey);
    if (!signatureFits) {
      throw dialect.mismatch(MISMATCH);
    }
    if (!tokenFits) {
      throw dialect.unknownKey();
    }
    if (expired) {
      throw dialect.sessionExpired();
    }
    return known;
  }
}

package cloud.jarrah.web.signature;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.accounts.control.Credentials.SigningIdentity;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.Form;
import cloud.jarrah.web.http.ReceivedRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Finds out who signed a Query request, by Signature Version 4 or, as old clients do, by 2. */
@Singleton
public class QuerySignatures {
  /** As for URLs presigned by version 4. */
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(7);

  private static final Set<String> PRESIGNED = Set.of("X-Amz-Algorithm", "X-Amz-Signature");

  private final SignatureCheck versionFour;
  private final Credentials credentials;
  private final Clock clock;
  private final SignatureSettings settings;

  @Inject
  public QuerySignatures(
      SignatureCheck versionFour,
      Credentials credentials,
      Clock clock,
      SignatureSettings settings) {
    this.versionFour = versionFour;
    this.credentials = credentials;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * The owner of the key that signed the request.
   *
   * @param parameters those of the URL and of the form together: version 2 signs them alike
   * @param services names that the scope of version 4 may carry; version 2 has no scope
   * @throws ApiException if it is unsigned, or anything about the signature is not right
   */
  public SigningIdentity check(
      ReceivedRequest request,
      List<Form.Pair> parameters,
      SigningDialect dialect,
      Set<String> services) {
    boolean two = ClaimV2.isIn(parameters);
    boolean four =
        !request.all("authorization").isEmpty()
            || parameters.stream().anyMatch(pair -> PRESIGNED.contains(pair.name()));
    if (two && four) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "The request must be signed once: by Signature Version 4 or by 2, not by both.");
    }
    if (two) {
      return checkTwo(request, parameters, dialect);
    }
    SigningIdentity signer = versionFour.check(request, dialect, services);
    if (ClaimV2.hasToken(parameters)) {
      // Not where version 4 has it: whatever it is for, it does not count, so it is not right.
      throw dialect.unknownKey();
    }
    return signer;
  }

  private SigningIdentity checkTwo(
      ReceivedRequest request, List<Form.Pair> parameters, SigningDialect dialect) {
    if (!settings.allowV2()) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_OPERATION,
          "The parameter SignatureVersion is not supported: sign with Signature Version 4.");
    }
    ClaimV2 claim = ClaimV2.read(parameters);
    checkTime(claim, dialect);
    if (request.all("host").size() != 1 || !request.all("x-amz-security-token").isEmpty()) {
      throw dialect.mismatch("There must be one Host, and SecurityToken must be a parameter.");
    }
    KeyLookup key = KeyLookup.of(credentials, claim.accessKeyId(), claim.token());
    byte[] given = claim.signature().getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (String text : SignatureV2.stringsToSign(request, parameters)) {
      String expected = SignatureV2.signature(key.secret(), claim.algorithm(), text);
      fits |= MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given);
    }
    return key.require(fits, dialect);
  }

  private void checkTime(ClaimV2 claim, SigningDialect dialect) {
    Instant now = clock.instant();
    if (claim.expires()) {
      if (now.isAfter(claim.time()) || claim.time().isAfter(now.plus(LONGEST_LIFETIME))) {
        throw dialect.skewed(claim.time(), now);
      }
    } else if (Duration.between(claim.time(), now).abs().compareTo(SignatureCheck.TOLERANCE) > 0) {
      throw dialect.skewed(claim.time(), now);
    }
  }
}

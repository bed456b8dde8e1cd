package cloud.jarrah.web.signature;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.ReceivedRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who signed a request; whatever does not hold is refused. */
@Singleton
public class SignatureCheck {
  static final Duration TOLERANCE = Duration.ofMinutes(15);

  private final Credentials credentials;
  private final Clock clock;

  @Inject
  public SignatureCheck(Credentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * The name of the service that the request says it is signed for; empty if it is unsigned or does
   * not say. Nothing is proved by it: it only chooses which API reads the request.
   */
  public static Optional<String> signedFor(ReceivedRequest request) {
    try {
      return ClaimReader.read(request, new CanonicalQuery(request.query())).map(Claim::service);
    } catch (ApiException e) {
      return Optional.empty();
    }
  }

  /**
   * The owner of the key that signed the request.
   *
   * @param services names that the credential's scope may carry
   * @throws ApiException if it is unsigned, or anything about the signature is not right
   */
  public Credentials.SigningIdentity check(
      ReceivedRequest request, SigningDialect dialect, Set<String> services) {
    CanonicalQuery query = new CanonicalQuery(request.query());
    Claim claim =
        ClaimReader.read(request, query)
            .orElseThrow(
                () ->
                    new ApiException(
                        ErrorCode.MISSING_AUTHENTICATION_TOKEN,
                        "Request is missing Authentication Token"));
    checkScope(claim, dialect, services);
    checkTime(claim, dialect);
    checkHeaders(request, claim, dialect);
    String token = sessionToken(request, query, dialect);
    KeyLookup key = KeyLookup.of(credentials, claim.accessKeyId(), token);
    return key.require(matches(request, query, claim, key.secret()), dialect);
  }

  private static boolean matches(
      ReceivedRequest request, CanonicalQuery query, Claim claim, String secret) {
    byte[] given = claim.signature().getBytes(StandardCharsets.US_ASCII);
    boolean matches = false;
    for (String form : query.forms()) {
      String canonical = SignatureV4.canonicalRequest(request, form, claim.signedHeaders());
      String expected =
          SignatureV4.signature(secret, claim, SignatureV4.stringToSign(claim, canonical));
      matches |= MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), given);
    }
    return matches;
  }

  private static void checkScope(Claim claim, SigningDialect dialect, Set<String> services) {
    if (!services.contains(claim.service())) {
      throw dialect.mismatch(
          "Credential should be scoped to correct service: '"
              + String.join("', '", services)
              + "'.");
    }
    // Any region will do; it only has to be there.
    if (claim.region().isEmpty()) {
      throw dialect.mismatch("Credential should be scoped to a region.");
    }
    if (!claim.basicTime().startsWith(claim.scopeDate()) || claim.scopeDate().length() != 8) {
      throw dialect.mismatch(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP.");
    }
  }

  private void checkTime(Claim claim, SigningDialect dialect) {
    Instant now = clock.instant();
    Duration allowed = claim.presigned() ? Duration.ofSeconds(claim.lifetimeSeconds()) : TOLERANCE;
    if (claim.time().isAfter(now.plus(TOLERANCE)) || now.isAfter(claim.time().plus(allowed))) {
      throw dialect.skewed(claim.time(), now);
    }
  }

  private static void checkHeaders(ReceivedRequest request, Claim claim, SigningDialect dialect) {
    List<String> signed = claim.signedHeaders();
    Set<String> names = new HashSet<>(signed);
    if (names.size() != signed.size() || !signed.equals(signed.stream().sorted().toList())) {
      throw dialect.mismatch("SignedHeaders must be sorted and name each header once.");
    }
    if (!names.contains("host")) {
      throw dialect.mismatch("'Host' must be a 'SignedHeader' in the AWS Authorization.");
    }
    if (!request.headers().keySet().containsAll(names)) {
      throw dialect.mismatch("SignedHeaders names a header that the request does not have.");
    }
    for (String header : request.headers().keySet()) {
      if (header.startsWith("x-amz-") && !names.contains(header)) {
        throw dialect.mismatch(
            "'" + header + "' must be a 'SignedHeader' in the AWS Authorization.");
      }
    }
    if (request.all("host").size() != 1 || request.all("x-amz-date").size() > 1) {
      throw dialect.mismatch("Host and X-Amz-Date may be given once only.");
    }
    String declared = request.first("x-amz-content-sha256");
    if (declared != null && !declared.strip().equals(request.body().sha256())) {
      throw dialect.mismatch(
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }

  /** From the header, which is among the signed ones, or from the signed URL; not from both. */
  private static @Nullable String sessionToken(
      ReceivedRequest request, CanonicalQuery query, SigningDialect dialect) {
    List<String> header = request.all("x-amz-security-token");
    String parameter = query.value("X-Amz-Security-Token");
    if (header.size() > 1 || (!header.isEmpty() && parameter != null)) {
      throw dialect.mismatch("X-Amz-Security-Token may be given once only.");
    }
    return header.isEmpty() ? parameter : header.get(0).strip();
  }
}

package cloud.jarrah.web.signature;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.time.Instant;

/** How an API words the refusals of a signature: EC2 differs from the services that came later. */
public enum SigningDialect {
  /** EC2: one code for everything that is wrong with a signature, so that nothing is told apart. */
  EC2 {
    @Override
    ApiException unknownKey() {
      return new ApiException(
          ErrorCode.AUTH_FAILURE, "AWS was not able to validate the provided access credentials");
    }

    @Override
    ApiException mismatch(String why) {
      return unknownKey();
    }

    @Override
    ApiException skewed(Instant signed, Instant now) {
      return new ApiException(ErrorCode.REQUEST_EXPIRED, "Request has expired.");
    }

    @Override
    ApiException sessionExpired() {
      return new ApiException(ErrorCode.REQUEST_EXPIRED, "Request has expired.");
    }
  },

  /** STS, IAM and the rest, and the administration API. */
  QUERY {
    @Override
    ApiException unknownKey() {
      return new ApiException(
          ErrorCode.INVALID_CLIENT_TOKEN_ID,
          "The security token included in the request is invalid.");
    }

    @Override
    ApiException mismatch(String why) {
      return new ApiException(ErrorCode.SIGNATURE_DOES_NOT_MATCH, why);
    }

    @Override
    ApiException skewed(Instant signed, Instant now) {
      String relation =
          signed.isBefore(now)
              ? "Signature expired: %s is now earlier than %s (15 min. before the server's time)"
              : "Signature not yet current: %s is still later than %s (15 min. after the server's time)";
      Instant limit =
          signed.isBefore(now)
              ? now.minus(SignatureCheck.TOLERANCE)
              : now.plus(SignatureCheck.TOLERANCE);
      return new ApiException(
          ErrorCode.SIGNATURE_DOES_NOT_MATCH,
          String.format(relation, Claim.BASIC_TIME.format(signed), Claim.BASIC_TIME.format(limit)));
    }

    @Override
    ApiException sessionExpired() {
      return new ApiException(
          ErrorCode.EXPIRED_TOKEN, "The security token included in the request is expired");
    }
  };

  /** The key of a session whose time is over. */
  abstract ApiException sessionExpired();

  abstract ApiException unknownKey();

  abstract ApiException mismatch(String why);

  abstract ApiException skewed(Instant signed, Instant now);
}

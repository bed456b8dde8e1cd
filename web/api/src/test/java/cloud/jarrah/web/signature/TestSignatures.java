package cloud.jarrah.web.signature;

import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.testing.FakeCredentials;
import java.time.Instant;
import java.util.List;

/** The client's side of a signature; the arithmetic itself is held to botocore's elsewhere. */
public final class TestSignatures {
  private TestSignatures() {}

  /** The check of a server that knows {@link FakeCredentials}' user. */
  public static QuerySignatures check(boolean allowV2) {
    FakeCredentials credentials = new FakeCredentials();
    return new QuerySignatures(
        new SignatureCheck(credentials, FakeCredentials.CLOCK),
        credentials,
        FakeCredentials.CLOCK,
        new SignatureSettings(allowV2));
  }

  public static String authorization(ReceivedRequest request, String service) {
    List<String> signed = List.of("host", "x-amz-date");
    Claim claim =
        new Claim(
            FakeCredentials.KEY,
            "20261121",
            "here",
            service,
            signed,
            "",
            Instant.parse("2026-11-21T09:00:00Z"),
            0);
    String query = new CanonicalQuery(request.query()).forms().iterator().next();
    String canonical = SignatureV4.canonicalRequest(request, query, signed);
    String signature =
        SignatureV4.signature(
            FakeCredentials.SECRET, claim, SignatureV4.stringToSign(claim, canonical));
    return Claim.ALGORITHM
        + " Credential="
        + claim.accessKeyId()
        + "/"
        + claim.scope()
        + ", SignedHeaders=host;x-amz-date, Signature="
        + signature;
  }
}

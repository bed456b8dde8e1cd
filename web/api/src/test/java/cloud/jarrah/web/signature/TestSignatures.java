package cloud.jarrah.web.signature;

import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.testing.FakeCredentials;
import java.time.Instant;
import java.util.List;

/** The client's side of a signature; the arithmetic itself is held to botocore's elsewhere. */
public final class TestSignatures {
  private TestSignatures() {}

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

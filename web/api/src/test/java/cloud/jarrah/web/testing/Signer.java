package cloud.jarrah.web.testing;

import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.signature.TestSignatures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Signs requests as the one user there is. */
public final class Signer {
  private Signer() {}

  /** The same request with the headers that a client adds. */
  public static ReceivedRequest sign(ReceivedRequest request, String service) {
    Map<String, List<String>> headers = new TreeMap<>(request.headers());
    headers.putIfAbsent("host", List.of("127.0.0.1:8773"));
    headers.putIfAbsent("x-amz-date", List.of("20261121T090000Z"));
    ReceivedRequest complete = with(request, headers);
    headers.put("authorization", List.of(TestSignatures.authorization(complete, service)));
    return with(request, headers);
  }

  private static ReceivedRequest with(ReceivedRequest request, Map<String, List<String>> headers) {
    return new ReceivedRequest(
        request.method(),
        request.path(),
        request.query(),
        headers,
        request.body(),
        request.sourceAddress(),
        request.secure());
  }
}

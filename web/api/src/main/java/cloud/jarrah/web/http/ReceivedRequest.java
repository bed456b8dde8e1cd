package cloud.jarrah.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire, nothing decoded.
 *
 * @param path raw, without the query
 * @param query raw, what follows the first {@code ?}; null if there is none
 * @param headers by lower-case name
 * @param secure whether it came over TLS
 */
public record ReceivedRequest(
    String method,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    Body body,
    String sourceAddress,
    boolean secure) {

  public ReceivedRequest {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = lower;
  }

  /** All values of a header, in the order they came. */
  public List<String> all(String header) {
    return headers.getOrDefault(header, List.of());
  }

  /** First value of a header. */
  public @Nullable String first(String header) {
    List<String> values = all(header);
    return values.isEmpty() ? null : values.get(0);
  }
}

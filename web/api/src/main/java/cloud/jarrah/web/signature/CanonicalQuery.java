package cloud.jarrah.web.signature;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query part of a URL as signatures see it. */
final class CanonicalQuery {
  private static final String SIGNATURE = "X-Amz-Signature";

  private final List<Form.Pair> raw = new ArrayList<>();
  private final List<Form.Pair> decoded;

  CanonicalQuery(@Nullable String query) {
    String text = query == null ? "" : query;
    for (String part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        raw.add(
            equals < 0
                ? new Form.Pair(part, "")
                : new Form.Pair(part.substring(0, equals), part.substring(equals + 1)));
      }
    }
    decoded = Form.parse(text);
  }

  /** The one value of a signature parameter; twice is never right. */
  @Nullable String value(String name) {
    List<String> values =
        decoded.stream().filter(pair -> pair.name().equals(name)).map(Form.Pair::value).toList();
    if (values.size() > 1) {
      throw new ApiException(
          ErrorCode.INCOMPLETE_SIGNATURE, "The parameter " + name + " is given more than once.");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /**
   * What the client may have signed: the parameters encoded anew, as AWS says, or as they stand in
   * the URL, as some clients do. Both bind the same parameters, and mostly they are equal.
   */
  Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(
        sorted(
            decoded.stream()
                .map(pair -> new Form.Pair(Form.encode(pair.name()), Form.encode(pair.value())))
                .toList()));
    forms.add(sorted(raw));
    return forms;
  }

  private static String sorted(List<Form.Pair> pairs) {
    return pairs.stream()
        .filter(pair -> !pair.name().equals(SIGNATURE))
        .sorted(Comparator.comparing(Form.Pair::name).thenComparing(Form.Pair::value))
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }
}

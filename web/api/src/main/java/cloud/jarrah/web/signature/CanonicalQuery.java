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
import java.util.stream.Stream;
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
   * What the client may have signed: the parameters encoded anew and sorted, as AWS says; as they
   * stand in the URL, but sorted, as botocore does; or simply as they stand there, as curl 7 does.
   * All bind the same parameters, and mostly they are equal.
   */
  Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(
        sorted(
            decoded.stream()
                .map(pair -> new Form.Pair(Form.encode(pair.name()), Form.encode(pair.value())))
                .toList()));
    forms.add(sorted(raw));
    forms.add(joined(raw.stream()));
    return forms;
  }

  private static String sorted(List<Form.Pair> pairs) {
    return joined(
        pairs.stream()
            .sorted(Comparator.comparing(Form.Pair::name).thenComparing(Form.Pair::value)));
  }

  private static String joined(Stream<Form.Pair> pairs) {
    return pairs
        .filter(pair -> !pair.name().equals(SIGNATURE))
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }
}

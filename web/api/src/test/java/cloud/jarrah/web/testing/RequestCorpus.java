package cloud.jarrah.web.testing;

import cloud.jarrah.web.http.Body;
import cloud.jarrah.web.http.ReceivedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests written down as text: {@code == name}, directives ({@code expect …}, {@code sign …}),
 * the method and target, headers, an empty line, the body.
 */
public final class RequestCorpus {
  private RequestCorpus() {}

  /** One request and what is said about it. */
  public record Sample(String name, Map<String, String> directives, ReceivedRequest request) {
    public String directive(String directive) {
      return directives.getOrDefault(directive, "");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Reads a resource that lies beside the class. */
  public static List<Sample> read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Sample> samples = new ArrayList<>();
      for (String block : text.split("(?m)^== ", -1)) {
        if (!block.isBlank() && !block.startsWith("#")) {
          samples.add(sample(block));
        }
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample sample(String block) {
    List<String> lines = new ArrayList<>(List.of(block.split("\n", -1)));
    final String name = lines.remove(0);
    Map<String, String> directives = new HashMap<>();
    while (lines.get(0).matches("[a-z]+ .*")) {
      String[] words = lines.remove(0).split(" ", 2);
      directives.put(words[0], words[1]);
    }
    String[] start = lines.remove(0).split(" ", 2);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    while (!lines.isEmpty() && !lines.get(0).isEmpty()) {
      String[] header = lines.remove(0).split(":", 2);
      headers
          .computeIfAbsent(header[0].toLowerCase(java.util.Locale.ROOT), n -> new ArrayList<>())
          .add(header[1].strip());
    }
    String body = lines.isEmpty() ? "" : String.join("\n", lines.subList(1, lines.size()));
    return new Sample(
        name, directives, request(start[0], start[1], headers, body.replaceAll("\n$", "")));
  }

  /** A request as if it had come over the wire, by TLS. */
  public static ReceivedRequest request(
      String method, String target, Map<String, List<String>> headers, String body) {
    int mark = target.indexOf('?');
    @Nullable String query = mark < 0 ? null : target.substring(mark + 1);
    String path = mark < 0 ? target : target.substring(0, mark);
    return new ReceivedRequest(method, path, query, headers, Body.of(body), "192.0.2.1", true);
  }
}

package cloud.jarrah.web.http;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Takes every request in: gives it an id, keeps its raw form for the signature, refuses what is too
 * large or has a path that could be read in two ways, and sees to it that every answer, even to
 * nonsense, is a small XML or JSON document.
 */
@WebFilter(urlPatterns = "/*")
public class RequestIntake implements Filter {
  static final int MAX_BODY = 1024 * 1024;
  private static final int LONGEST_PATH = 1024;

  /** No escapes, no empty or dotted segments: such a path is canonical as it stands. */
  private static final Pattern PLAIN_PATH =
      Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9_.~-]+)+/?");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    take((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private static void take(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String requestId = newRequestId();
    MDC.put("requestId", requestId);
    prepare(response, requestId);
    Exchange exchange = exchange(requestId, request, Body.EMPTY);
    try {
      checkPath(request.getRequestURI());
      exchange = exchange(requestId, request, readBody(request));
      exchange.attachTo(request);
      chain.doFilter(request, response);
    } catch (ApiException e) {
      write(Failures.answer(e, exchange), response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (response.isCommitted()) {
        // Mostly a client that went away in the middle of an answer; the server ends the
        // connection.
        throw e;
      }
      response.resetBuffer();
      write(Failures.answer(e, exchange), response);
    } finally {
      MDC.clear();
    }
  }

  static String newRequestId() {
    return UUID.randomUUID().toString();
  }

  private static void checkPath(String path) {
    if (!isPlain(path)) {
      throw Failures.of(404);
    }
  }

  /** The length is looked at first: matching takes stack in proportion to it. */
  static boolean isPlain(String path) {
    return path.length() <= LONGEST_PATH && PLAIN_PATH.matcher(path).matches();
  }

  private static void prepare(HttpServletResponse response, String requestId) {
    response.setHeader("x-amzn-RequestId", requestId);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static Exchange exchange(String requestId, HttpServletRequest request, Body body) {
    String path = request.getRequestURI();
    boolean json = path.startsWith("/admin") || path.startsWith("/node") || path.equals("/ready");
    return new Exchange(
        requestId,
        new ReceivedRequest(
            request.getMethod(),
            path,
            request.getQueryString(),
            headers(request),
            body,
            request.getRemoteAddr(),
            request.isSecure()),
        json ? ErrorShape.JSON : ErrorShape.EC2);
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private static Body readBody(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MAX_BODY) {
      throw Failures.of(413);
    }
    byte[] bytes;
    try {
      bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
    } catch (IOException e) {
      throw new ApiException(ErrorCode.INVALID_REQUEST, "The body ended too early.", e);
    }
    if (bytes.length > MAX_BODY) {
      throw Failures.of(413);
    }
    return bytes.length == 0 ? Body.EMPTY : new Body(bytes);
  }

  static void write(Answer answer, HttpServletResponse response) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}

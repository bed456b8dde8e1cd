package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.enrolment.Tokens.Token;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Exchanges a one-time token for an identity. */
public final class EnrolmentClient {
  private static final int MOST_ANSWER_BYTES = 256 * 1024;

  private final URI url;
  private final HttpClient http;

  public EnrolmentClient(URI url, HttpClient http) {
    this.url = url;
    this.http = http;
  }

  public HostIdentity enrol(IdentityStore store, Token token)
      throws EnrolmentException, InterruptedException {
    try {
      HostKey key = HostKey.generate();
      String body =
          NodeWire.encode(
              new Enrolment.Request(
                  token.token(), token.hostName(), key.certificateRequest(token.hostName())));
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      return store.save(token.hostName(), key, answer(response));
    } catch (IOException e) {
      throw new EnrolmentException("The cloud at " + url + " cannot be reached: " + e, true, e);
    } catch (MalformedMessageException | GeneralSecurityException e) {
      throw new EnrolmentException("The cloud's answer cannot be used: " + e, false, e);
    }
  }

  private Enrolment.Answer answer(HttpResponse<InputStream> response)
      throws IOException, EnrolmentException, MalformedMessageException {
    String text;
    try (InputStream body = response.body()) {
      text = new String(body.readNBytes(MOST_ANSWER_BYTES), StandardCharsets.UTF_8);
    }
    int status = response.statusCode();
    if (status == 200 || status == 201) {
      return NodeWire.decode(text, Enrolment.Answer.class);
    }
    boolean retryable = status >= 500 || status == 429 || status == 404;
    String advice =
        retryable ? "It will be tried again." : "Ask the administrator for a new enrolment token.";
    throw new EnrolmentException(
        "The cloud refused the enrolment with status " + status + ". " + advice, retryable, null);
  }
}

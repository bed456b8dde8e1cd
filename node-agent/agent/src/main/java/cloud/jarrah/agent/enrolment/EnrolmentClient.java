package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.enrolment.Tokens.Token;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Exchanges a one-time token for an identity. */
public final class EnrolmentClient {
  private static final int MOST_ANSWER_BYTES = 256 * 1024;

  private final URI url;
  private final CloudHttps https;

  public EnrolmentClient(URI url, CloudHttps https) {
    this.url = url;
    this.https = https;
  }

  public HostIdentity enrol(IdentityStore store, Token token) throws EnrolmentException {
    try {
      HostKey key = HostKey.generate();
      String body =
          NodeWire.encode(
              new Enrolment.Request(
                  token.token(), token.hostName(), key.certificateRequest(token.hostName())));
      return store.save(token.hostName(), key, exchange(body));
    } catch (IOException e) {
      throw new EnrolmentException("The cloud at " + url + " cannot be reached: " + e, true, e);
    } catch (MalformedMessageException | GeneralSecurityException e) {
      throw new EnrolmentException("The cloud's answer cannot be used: " + e, false, e);
    }
  }

  private Enrolment.Answer exchange(String body)
      throws IOException, EnrolmentException, MalformedMessageException {
    HttpURLConnection connection = https.open(url.toString(), Duration.ofSeconds(30));
    try {
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setRequestProperty("Accept", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
      int status = connection.getResponseCode();
      if (status != 200 && status != 201) {
        throw refused(status);
      }
      try (InputStream in = connection.getInputStream()) {
        byte[] answer = in.readNBytes(MOST_ANSWER_BYTES);
        return NodeWire.decode(new String(answer, StandardCharsets.UTF_8), Enrolment.Answer.class);
      }
    } finally {
      connection.disconnect();
    }
  }

  /** 404 is what a cloud says that is still starting. */
  private static EnrolmentException refused(int status) {
    boolean retryable = status >= 500 || status == 429 || status == 404;
    String advice =
        retryable ? "It will be tried again." : "Ask the administrator for a new enrolment token.";
    return new EnrolmentException(
        "The cloud refused the enrolment with status " + status + ". " + advice, retryable, null);
  }
}

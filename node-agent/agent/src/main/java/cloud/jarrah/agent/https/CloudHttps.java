package cloud.jarrah.agent.https;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Opens connections to the cloud. */
public final class CloudHttps {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final SSLSocketFactory sockets;

  private CloudHttps(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /**
   * @param certificateAuthority PEM, one certificate or several
   */
  public static CloudHttps trusting(Path certificateAuthority)
      throws IOException, GeneralSecurityException {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    try (InputStream pem = Files.newInputStream(certificateAuthority)) {
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        anchors.setCertificateEntry("authority-" + count++, each);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), new SecureRandom());
    return new CloudHttps(context.getSocketFactory());
  }

  /**
   * Not yet connected; redirects are not followed, so nobody can send the agent elsewhere.
   *
   * @param silence how long the other side may say nothing
   */
  public HttpURLConnection open(String address, Duration silence) throws IOException {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw new IOException("not an address: " + e.getReason(), e);
    }
    if (!"https".equals(uri.getScheme())
        || !(uri.toURL().openConnection() instanceof HttpsURLConnection connection)) {
      throw new IOException("not an https address");
    }
    connection.setSSLSocketFactory(sockets);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout((int) CONNECT.toMillis());
    connection.setReadTimeout((int) silence.toMillis());
    return connection;
  }
}

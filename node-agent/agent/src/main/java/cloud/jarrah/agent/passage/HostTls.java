package cloud.jarrah.agent.passage;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS between hosts. Who the other one is, its certificate's name says, not its address. */
final class HostTls {

  private HostTls() {}

  static SSLContext context(Path keyStore, Path trustStore, String password)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(load(keyStore, password), password.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(load(trustStore, password));
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(
        keys.getKeyManagers(),
        new TrustManager[] {new Hosts((X509TrustManager) trust.getTrustManagers()[0])},
        null);
    return context;
  }

  private static KeyStore load(Path file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }

  /** Empty: it is not a host. Users have certificates of the same authority, with longer names. */
  static String hostId(SSLSession session) throws SSLPeerUnverifiedException {
    X509Certificate peer = (X509Certificate) session.getPeerCertificates()[0];
    try {
      LdapName name = new LdapName(peer.getSubjectX500Principal().getName());
      return name.size() == 1 && name.getRdn(0).getType().equalsIgnoreCase("CN")
          ? String.valueOf(name.getRdn(0).getValue())
          : "";
    } catch (InvalidNameException e) {
      return "";
    }
  }

  /** Hosts have certificates for clients; among themselves one of the two has to be the server. */
  private static final class Hosts extends X509ExtendedTrustManager {
    private final X509TrustManager authority;

    Hosts(X509TrustManager authority) {
      this.authority = authority;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      authority.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      authority.checkClientTrusted(chain, "UNKNOWN");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return authority.getAcceptedIssuers();
    }
  }
}

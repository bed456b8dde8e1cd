package cloud.jarrah.agent.messaging;

import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.core.remoting.impl.ssl.CachingSSLContextFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;

/**
 * Reads a host's key and trust anchors once; the client library finds this class by {@code
 * META-INF/services}. Its own factory reads them for each connection, on the few threads that carry
 * all connections of the process, and to open two key stores (10 000 rounds for each part of them)
 * takes longer than the handshake that follows.
 */
public final class OneContextPerIdentity extends CachingSSLContextFactory {
  private static final int SECOND = 1;

  /** Enrolment makes a password for each identity, so new keys at an old place are read. */
  @Override
  protected Object getCacheKey(SSLContextConfig config, Map<String, Object> parameters) {
    return Arrays.asList(config, config.getKeystorePassword(), config.getTruststorePassword());
  }

  /**
   * A shared context would resume sessions, and nobody looks at a certificate then, even if it has
   * expired meanwhile.
   */
  @Override
  public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> parameters)
      throws Exception {
    SSLContext context = super.getSSLContext(config, parameters);
    context.getClientSessionContext().setSessionTimeout(SECOND);
    return context;
  }
}

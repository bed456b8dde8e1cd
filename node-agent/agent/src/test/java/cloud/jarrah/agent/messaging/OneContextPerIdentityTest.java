package cloud.jarrah.agent.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.TestAuthority;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextFactoryProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneContextPerIdentityTest {
  private TestAuthority authority;
  private Path store;

  @BeforeEach
  void enrol(@TempDir Path directory) throws Exception {
    authority = new TestAuthority(directory, "127.0.0.1");
    store = authority.hostStore("h-1");
  }

  private SSLContext context(String password) throws Exception {
    SSLContextConfig config =
        SSLContextConfig.builder()
            .keystorePath(store.toString())
            .keystoreType("PKCS12")
            .keystorePassword(password)
            .truststorePath(authority.trustStore().toString())
            .truststoreType("PKCS12")
            .truststorePassword(TestAuthority.STORE_PASSWORD)
            .build();
    return SSLContextFactoryProvider.getSSLContextFactory().getSSLContext(config, Map.of());
  }

  /** The store of the next identity: at the same place, under another password. */
  private void enrolAnew(String password) throws Exception {
    KeyStore former = KeyStore.getInstance(store.toFile(), chars(TestAuthority.STORE_PASSWORD));
    String alias = former.aliases().nextElement();
    Key key = former.getKey(alias, chars(TestAuthority.STORE_PASSWORD));
    KeyStore next = KeyStore.getInstance("PKCS12");
    next.load(null, null);
    next.setKeyEntry(alias, key, chars(password), former.getCertificateChain(alias));
    try (OutputStream out = Files.newOutputStream(store)) {
      next.store(out, chars(password));
    }
  }

  private static char[] chars(String password) {
    return password.toCharArray();
  }

  @Test
  void identityHasOneContext() throws Exception {
    assertThat(context(TestAuthority.STORE_PASSWORD))
        .isSameAs(context(TestAuthority.STORE_PASSWORD));
  }

  @Test
  void newIdentityAtTheSamePlaceHasItsOwn() throws Exception {
    SSLContext former = context(TestAuthority.STORE_PASSWORD);
    enrolAnew("another");
    assertThat(context("another")).isNotSameAs(former);
  }

  @Test
  void sessionsAreNotResumed() throws Exception {
    assertThat(context(TestAuthority.STORE_PASSWORD).getClientSessionContext().getSessionTimeout())
        .isEqualTo(1);
  }
}

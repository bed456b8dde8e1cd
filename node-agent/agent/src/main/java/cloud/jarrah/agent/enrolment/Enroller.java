package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.enrolment.Tokens.Token;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.agent.messaging.Backoff;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;

/** Gets identities, patiently: the cloud may still be starting. */
public final class Enroller {
  private static final System.Logger LOG = System.getLogger(Enroller.class.getName());

  private final EnrolmentClient client;

  public Enroller(URI url, CloudHttps https) {
    this.client = new EnrolmentClient(url, https);
  }

  /** Tries until it is enrolled or refused. */
  public HostIdentity enrol(IdentityStore store, Token token)
      throws EnrolmentException, InterruptedException {
    Backoff backoff =
        new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new SplittableRandom());
    while (true) {
      try {
        HostIdentity identity = client.enrol(store, token);
        LOG.log(Level.INFO, "{0} is enrolled as {1}", token.hostName(), identity.hostId());
        return identity;
      } catch (EnrolmentException e) {
        if (!e.retryable()) {
          throw e;
        }
        LOG.log(Level.WARNING, "{0}: {1}", token.hostName(), e.getMessage());
        Thread.sleep(backoff.next().toMillis());
      }
    }
  }
}

package cloud.jarrah.agent.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Which life of the host this is. The cloud raises it for a host that it had given up. */
public final class HostEpoch {
  private final IdentityStore store;
  private volatile HostIdentity identity;

  private HostEpoch(IdentityStore store, HostIdentity identity) {
    this.store = store;
    this.identity = identity;
  }

  /**
   * As it was last noted.
   *
   * @param keys directory of the identity
   * @param known what was read from there before, maybe long ago
   */
  public static HostEpoch open(Path keys, HostIdentity known) throws IOException {
    IdentityStore store = new IdentityStore(keys);
    try {
      HostIdentity noted = store.load();
      return new HostEpoch(store, noted == null ? known : noted);
    } catch (EnrolmentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  public int current() {
    return identity.hostEpoch();
  }

  /** From now on, and after the next start; never backwards. */
  public synchronized void raise(int epoch) {
    if (epoch <= identity.hostEpoch()) {
      return;
    }
    HostIdentity next = identity.inEpoch(epoch);
    try {
      store.write(next);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note the host's new epoch", e);
    }
    identity = next;
  }
}

package cloud.jarrah.images.control;

import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Removes files that no image refers to: what a crash during an import left behind. */
@Singleton
public class StoreSweep {
  private static final Logger LOG = Logger.getLogger(StoreSweep.class);

  /** No import takes that long, so a younger file may still get its row. */
  private static final Duration GRACE = Duration.ofHours(6);

  private final ImageRepository repository;
  private final ImageStore store;
  private final Transactions transactions;

  @Inject
  public StoreSweep(ImageRepository repository, ImageStore store, Transactions transactions) {
    this.repository = repository;
    this.store = store;
    this.transactions = transactions;
  }

  public void run() {
    try {
      Set<String> old = store.olderThan(GRACE);
      for (String id : old) {
        if (transactions.<Boolean>required(() -> repository.anyones(id).isEmpty())) {
          store.delete(id);
          LOG.infof("JARRAH000202 removed the file %s: no image refers to it", id);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot sweep the image store", e);
    }
  }
}

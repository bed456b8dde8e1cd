package cloud.jarrah.images.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets hosts fetch what {@link ImageLinks} gave them an address for. */
@Singleton
public class SignedDownloads implements ImageDownloads {
  private static final Logger LOG = Logger.getLogger(SignedDownloads.class);

  private final ImageRepository repository;
  private final ImageStore store;
  private final ImageLinks links;
  private final DatabaseTime time;
  private final Transactions transactions;

  @Inject
  public SignedDownloads(
      ImageRepository repository,
      ImageStore store,
      ImageLinks links,
      DatabaseTime time,
      Transactions transactions) {
    this.repository = repository;
    this.store = store;
    this.links = links;
    this.time = time;
    this.transactions = transactions;
  }

  @Override
  public OpenImage open(String imageId, long expires, String signature) {
    Optional<Long> size =
        transactions.required(
            () -> {
              if (!links.valid(imageId, expires, signature, time.now())) {
                throw new ApiException(
                    ErrorCode.ACCESS_DENIED,
                    "The address of the image is not valid or not valid any more; ask again.");
              }
              return repository
                  .anyones(imageId)
                  .filter(Image::available)
                  .map(image -> image.content().sizeBytes());
            });
    try {
      return new OpenImage(imageId, store.open(imageId), size.orElseThrow(() -> gone(imageId)));
    } catch (IOException e) {
      LOG.errorf(e, "JARRAH000203 the file of the image %s cannot be opened", imageId);
      throw gone(imageId);
    }
  }

  private static ApiException gone(String imageId) {
    return new ApiException(ErrorCode.NOT_FOUND, "The image " + imageId + " is gone.");
  }
}

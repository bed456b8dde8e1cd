package cloud.jarrah.images.control;

import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageContent;
import cloud.jarrah.images.entity.ImageDescription;
import cloud.jarrah.images.entity.ImageKind;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes image files from the import directory into the store. */
@Singleton
public class ImageImports {
  private static final Logger LOG = Logger.getLogger(ImageImports.class);

  private final ImageRepository repository;
  private final ImageStore store;
  private final ImportDirectory directory;
  private final Ids ids;
  private final DatabaseTime time;

  @Inject
  public ImageImports(
      ImageRepository repository,
      ImageStore store,
      ImportDirectory directory,
      Ids ids,
      DatabaseTime time) {
    this.repository = repository;
    this.store = store;
    this.directory = directory;
    this.ids = ids;
    this.time = time;
  }

  /** A checked wish. */
  public record Import(
      String file,
      String name,
      ImageKind kind,
      DiskFormat format,
      String architecture,
      @Nullable String kernelId,
      @Nullable String ramdiskId,
      boolean publicLaunch,
      @Nullable String description) {}

  /**
   * Copies the file and registers the image. The file comes first, the row after it: what is left
   * by a crash in between is a file without a row, which {@link StoreSweep} removes. A copy and not
   * a move, since the transaction may be repeated.
   */
  public Image take(String accountId, Import wish) {
    String id = ids.next(wish.kind().prefix());
    ImageContent content = copy(id, wish);
    boolean registered = false;
    try {
      Image image = register(id, accountId, wish, content);
      registered = true;
      return image;
    } finally {
      if (!registered) {
        discard(id);
      }
    }
  }

  private Image register(String id, String accountId, Import wish, ImageContent content) {
    if (repository.byName(accountId, wish.name()).isPresent()) {
      throw ImageErrors.duplicateName(wish.name());
    }
    String root = wish.kernelId() == null ? "/dev/vda" : "/dev/sda1";
    ImageDescription described =
        new ImageDescription(
            wish.kind(),
            wish.name(),
            wish.description(),
            wish.architecture(),
            wish.kernelId(),
            wish.ramdiskId(),
            root,
            wish.publicLaunch(),
            content,
            "import/" + wish.file());
    Image image = new Image(id, accountId, described, time.now());
    repository.add(image);
    return image;
  }

  private ImageContent copy(String id, Import wish) {
    try (FileChannel file = directory.open(wish.file())) {
      ImageStore.Stored<Long> stored =
          store.put(id, file, written -> DiskFile.virtualSize(written, wish.format()));
      return new ImageContent(
          wish.format(), stored.sizeBytes(), stored.inspected(), stored.sha256());
    } catch (DiskFile.UnfitException e) {
      throw Wording.invalid("file", wish.file(), "The file is refused: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot import " + wish.file(), e);
    }
  }

  private void discard(String id) {
    try {
      store.delete(id);
    } catch (IOException e) {
      LOG.warnf(e, "JARRAH000201 the file of the refused image %s stays until it is swept", id);
    }
  }
}

package cloud.jarrah.images.boundary;

import cloud.jarrah.api.admin.ListImagesRequest;
import cloud.jarrah.api.admin.ListImagesResponse;
import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Locale;

/** The images of all accounts, by name. */
@Singleton
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
public class ListImages implements Action<ListImagesRequest, ListImagesResponse> {
  private final ImageRepository repository;

  @Inject
  public ListImages(ImageRepository repository) {
    this.repository = repository;
  }

  @Override
  public Prepared<ListImagesResponse> prepare(ListImagesRequest request, Caller caller) {
    return Prepared.of(
        () ->
            new ListImagesResponse(
                repository.everyones().stream()
                    .sorted(Comparator.comparing(Image::name))
                    .map(ListImages::image)
                    .toList()));
  }

  private static ListImagesResponse.Image image(Image image) {
    return new ListImagesResponse.Image(
        image.id(),
        image.name(),
        image.kind().wireName(),
        image.content().format().name().toLowerCase(Locale.ROOT),
        image.architecture(),
        image.state().wireName(),
        image.accountId(),
        image.publicLaunch(),
        image.content().sizeBytes(),
        image.content().sha256(),
        image.kernelId(),
        image.ramdiskId(),
        image.description().orElse(null),
        image.createdAt());
  }
}

package cloud.jarrah.images.boundary;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.DescribeImagesResponse;
import cloud.jarrah.images.control.ImageErrors;
import cloud.jarrah.images.control.ImageFilters;
import cloud.jarrah.images.control.ImageIds;
import cloud.jarrah.images.control.ImageItems;
import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.tags.control.TagSets;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The images that the caller may see. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeImages implements Action<DescribeImagesRequest, DescribeImagesResponse> {
  private static final Set<String> OWNER_ALIASES =
      Set.of("amazon", "aws-marketplace", "aws-backup-vault");

  private final ImageRepository repository;
  private final Paging paging;
  private final Tags tags;

  @Inject
  public DescribeImages(ImageRepository repository, Paging paging, Tags tags) {
    this.repository = repository;
    this.paging = paging;
    this.tags = tags;
  }

  @Override
  public Prepared<DescribeImagesResponse> prepare(DescribeImagesRequest request, Caller caller) {
    List<Image> named = named(request, caller);
    TagSets shown = tags.of(caller.accountId(), named.stream().map(Image::id).toList());
    Predicate<Image> wanted =
        ImageFilters.TABLE
            .compile(request.filterSet, shown)
            .and(owners(request, caller))
            .and(executableBy(request, caller));
    Integer most = Paging.limit(request.maxResults, 1, 1000);
    List<Image> found = named.stream().filter(wanted).toList();
    String scope = caller.accountId() + " DescribeImages";
    Paging.Page<Image> page = paging.cut(scope, found, Image::id, most, request.nextToken);
    return Prepared.of(
        () -> {
          DescribeImagesResponse response = new DescribeImagesResponse();
          page.items().stream()
              .map(image -> ImageItems.of(image, shown))
              .forEach(response.imagesSet::add);
          response.nextToken = page.nextToken();
          return response;
        });
  }

  private List<Image> named(DescribeImagesRequest request, Caller caller) {
    List<Image> visible = repository.allVisible(caller.accountId());
    Set<String> ids = new LinkedHashSet<>();
    request.imagesSet.forEach(
        asked -> ids.add(ImageIds.normal(asked.imageId == null ? "" : asked.imageId)));
    if (ids.isEmpty()) {
      return visible;
    }
    if (request.maxResults != null) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "The parameters ImageId and MaxResults cannot be used together.");
    }
    ids.stream()
        .filter(id -> visible.stream().noneMatch(image -> image.id().equals(id)))
        .findFirst()
        .ifPresent(
            id -> {
              throw ImageErrors.notFound(id);
            });
    return visible.stream().filter(image -> ids.contains(image.id())).toList();
  }

  private static Predicate<Image> owners(DescribeImagesRequest request, Caller caller) {
    List<String> owners =
        accounts(
            request.ownersSet.stream().map(asked -> asked.owner), "Owner", caller, OWNER_ALIASES);
    return image -> owners.isEmpty() || owners.contains(image.accountId());
  }

  /** "all" means public images; an account, those it may launch because it was named. */
  private static Predicate<Image> executableBy(DescribeImagesRequest request, Caller caller) {
    List<String> users =
        accounts(
            request.executableBySet.stream().map(asked -> asked.user),
            "ExecutableBy",
            caller,
            Set.of("all"));
    return image ->
        users.isEmpty()
            || (users.contains("all") && image.publicLaunch())
            || users.stream()
                // Whom an image is shared with is for its owner and for those alone.
                .filter(user -> user.equals(caller.accountId()) || ownedBy(image, caller))
                .anyMatch(image.launchAccounts()::contains);
  }

  private static boolean ownedBy(Image image, Caller caller) {
    return image.accountId().equals(caller.accountId());
  }

  private static List<String> accounts(
      Stream<@Nullable String> asked, String parameter, Caller caller, Set<String> words) {
    return asked
        .map(
            text -> {
              if ("self".equals(text)) {
                return caller.accountId();
              }
              if (text == null || !(words.contains(text) || text.matches("\\d{12}"))) {
                throw Wording.invalid(
                    parameter, text, "It must be self, 12 digits, or one of " + words + ".");
              }
              return text;
            })
        .toList();
  }
}

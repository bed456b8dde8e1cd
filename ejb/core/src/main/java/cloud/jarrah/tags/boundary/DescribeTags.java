package cloud.jarrah.tags.boundary;

import cloud.jarrah.api.ec2.DescribeTagsRequest;
import cloud.jarrah.api.ec2.DescribeTagsResponse;
import cloud.jarrah.api.ec2.TagItem;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.tags.entity.TagRepository;
import cloud.jarrah.tags.entity.TagRepository.Described;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tags that the account has put on anything, by resource and key. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeTags implements Action<DescribeTagsRequest, DescribeTagsResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 1000;

  private static final FilterTable<Described> FILTERS =
      new FilterTable<Described>()
          .on("key", described -> described.tag().key())
          .on("resource-id", described -> described.tag().resourceId())
          .on("resource-type", Described::resourceType)
          .on("value", described -> described.tag().value())
          .onPrefix(
              "tag:",
              (described, key) ->
                  described.tag().key().equals(key) ? List.of(described.tag().value()) : List.of());

  private final TagRepository repository;
  private final Paging paging;

  @Inject
  public DescribeTags(TagRepository repository, Paging paging) {
    this.repository = repository;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeTagsResponse> prepare(DescribeTagsRequest request, Caller caller) {
    Predicate<Described> passes = FILTERS.compile(request.filterSet);
    @Nullable Integer most = Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    List<Described> found =
        repository.all(caller.accountId()).stream()
            .filter(passes)
            .sorted(Comparator.comparing(DescribeTags::place))
            .toList();
    Paging.Page<Described> page =
        paging.cut(
            caller.accountId() + " DescribeTags",
            found,
            DescribeTags::place,
            most,
            request.nextToken);
    return Prepared.of(
        () -> {
          DescribeTagsResponse response = new DescribeTagsResponse();
          page.items().stream().map(DescribeTags::item).forEach(response.tagSet::add);
          response.nextToken = page.nextToken();
          return response;
        });
  }

  private static String place(Described described) {
    return described.tag().resourceId() + "/" + described.tag().key();
  }

  private static TagItem item(Described described) {
    TagItem item = new TagItem();
    item.resourceId = described.tag().resourceId();
    item.resourceType = described.resourceType();
    item.key = described.tag().key();
    item.value = described.tag().value();
    return item;
  }
}

package cloud.jarrah.tags.boundary;

import cloud.jarrah.api.ec2.DescribeTagsRequest;
import cloud.jarrah.api.ec2.DescribeTagsResponse;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.TagItem;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.ExactValues;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.tags.entity.TagRepository;
import cloud.jarrah.tags.entity.TagRepository.Described;
import cloud.jarrah.tags.entity.TagRepository.Place;
import cloud.jarrah.tags.entity.TagRepository.Wanted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tags that the account has put on anything, by resource and key. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeTags implements Action<DescribeTagsRequest, DescribeTagsResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 1000;

  private static final String TAG = "tag:";

  private static final FilterTable<Described> FILTERS =
      new FilterTable<Described>()
          .on("key", Described::key)
          .on("resource-id", Described::resourceId)
          .on("resource-type", Described::resourceType)
          .on("value", Described::value)
          .onPrefix(
              TAG,
              (described, key) ->
                  described.key().equals(key) ? List.of(described.value()) : List.of());

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
    String scope = caller.accountId() + " DescribeTags";
    @Nullable Place after =
        request.nextToken == null ? null : place(paging.after(scope, request.nextToken));
    Wanted wanted = wanted(request.filterSet);
    return Prepared.of(
        () -> {
          Described last = null;
          DescribeTagsResponse response = new DescribeTagsResponse();
          for (Described next : found(caller.accountId(), wanted, passes, after, most)) {
            if (last != null && most != null && response.tagSet.size() == most) {
              response.nextToken = paging.token(scope, key(last.place()));
              break;
            }
            response.tagSet.add(item(next));
            last = next;
          }
          return response;
        });
  }

  /** What of the filters a query can say. */
  private static Wanted wanted(List<Filter> filters) {
    ExactValues keys = ExactValues.of(filters, "key");
    for (Filter filter : filters) {
      if (filter.name != null && filter.name.startsWith(TAG)) {
        keys = keys.and(Set.of(filter.name.substring(TAG.length())));
      }
    }
    return new Wanted(
        ExactValues.of(filters, "resource-id"), ExactValues.of(filters, "resource-type"), keys);
  }

  /** What passes, and of it one more than is to be shown: read no further than that takes. */
  private List<Described> found(
      String accountId,
      Wanted wanted,
      Predicate<Described> passes,
      @Nullable Place begin,
      @Nullable Integer most) {
    if (most == null) {
      return repository.list(accountId, wanted, begin, Integer.MAX_VALUE).stream()
          .filter(passes)
          .toList();
    }
    List<Described> found = new ArrayList<>();
    @Nullable Place after = begin;
    int asked = most + 1;
    while (found.size() <= most) {
      List<Described> read = repository.list(accountId, wanted, after, asked);
      read.stream().filter(passes).forEach(found::add);
      if (read.size() < asked) {
        break;
      }
      after = read.get(read.size() - 1).place();
      // What only wildcards or values choose may be rare: look further in larger steps.
      asked = MOST_RESULTS;
    }
    return found;
  }

  /** As in the tokens: there is no slash in an id. */
  private static String key(Place place) {
    return place.resourceId() + "/" + place.key();
  }

  private static Place place(String key) {
    int slash = key.indexOf('/');
    return new Place(key.substring(0, slash), key.substring(slash + 1));
  }

  private static TagItem item(Described described) {
    TagItem item = new TagItem();
    item.resourceId = described.resourceId();
    item.resourceType = described.resourceType();
    item.key = described.key();
    item.value = described.value();
    return item;
  }
}

package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.LaunchTemplateVersionItem;
import cloud.jarrah.launchtemplates.control.TemplateFilters;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.control.VersionChoice;
import cloud.jarrah.launchtemplates.control.VersionChoice.Chosen;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.paging.Paging;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Versions of one launch template, or the latest or default ones of all: at most 200 a page. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeLaunchTemplateVersions
    implements Action<
        DescribeLaunchTemplateVersionsRequest, DescribeLaunchTemplateVersionsResponse> {
  private static final int MOST_RESULTS = 200;

  private final VersionChoice choice;
  private final LaunchTemplateRepository repository;
  private final Paging paging;

  @Inject
  public DescribeLaunchTemplateVersions(
      VersionChoice choice, LaunchTemplateRepository repository, Paging paging) {
    this.choice = choice;
    this.repository = repository;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeLaunchTemplateVersionsResponse> prepare(
      DescribeLaunchTemplateVersionsRequest request, Caller caller) {
    @Nullable Integer limit = Paging.limit(request.maxResults, 1, MOST_RESULTS);
    Predicate<LaunchTemplateVersionItem> filters =
        TemplateFilters.VERSIONS.compile(request.filterSet);
    List<Chosen> chosen = choice.of(request, caller.accountId());
    String scope = caller.accountId() + " DescribeLaunchTemplateVersions";
    String after = request.nextToken == null ? "" : paging.after(scope, request.nextToken);
    return Prepared.of(
        () -> page(chosen, after, filters, limit == null ? MOST_RESULTS : limit, scope));
  }

  /**
   * Reads as many versions as a page takes, and more only if filters leave too few of them: what is
   * shown is in memory and little else.
   */
  private DescribeLaunchTemplateVersionsResponse page(
      List<Chosen> chosen,
      String after,
      Predicate<LaunchTemplateVersionItem> filters,
      int limit,
      String scope) {
    DescribeLaunchTemplateVersionsResponse response = new DescribeLaunchTemplateVersionsResponse();
    List<Chosen> rest = chosen.stream().filter(next -> next.key().compareTo(after) > 0).toList();
    String last = after;
    int begin = 0;
    int step = limit + 1;
    while (begin < rest.size()) {
      List<Chosen> part = rest.subList(begin, Math.min(begin + step, rest.size()));
      var read = repository.versions(part.stream().map(Chosen::version).toList());
      for (Chosen next : part) {
        Optional<LaunchTemplateVersionItem> item =
            Optional.ofNullable(read.get(next.version()))
                .map(version -> TemplateItems.item(next.template(), version))
                .filter(filters);
        if (item.isPresent() && response.launchTemplateVersionSet.size() == limit) {
          response.nextToken = paging.token(scope, last);
          return response;
        }
        if (item.isPresent()) {
          response.launchTemplateVersionSet.add(item.get());
          last = next.key();
        }
      }
      begin += part.size();
      step = MOST_RESULTS;
    }
    return response;
  }
}

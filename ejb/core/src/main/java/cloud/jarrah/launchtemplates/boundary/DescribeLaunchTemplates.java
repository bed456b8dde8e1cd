package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ec2.DescribeLaunchTemplatesRequest;
import cloud.jarrah.api.ec2.DescribeLaunchTemplatesResponse;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateFilters;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.tags.control.TagSets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The account's launch templates, by id: at most 200 a page. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeLaunchTemplates
    implements Action<DescribeLaunchTemplatesRequest, DescribeLaunchTemplatesResponse> {
  private static final int MOST_RESULTS = 200;
  private static final int MOST_NAMED = 200;

  private final NamedTemplates named;
  private final LaunchTemplateRepository repository;
  private final TemplateItems items;
  private final Paging paging;

  @Inject
  public DescribeLaunchTemplates(
      NamedTemplates named,
      LaunchTemplateRepository repository,
      TemplateItems items,
      Paging paging) {
    this.named = named;
    this.repository = repository;
    this.items = items;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeLaunchTemplatesResponse> prepare(
      DescribeLaunchTemplatesRequest request, Caller caller) {
    @Nullable Integer limit = Paging.limit(request.maxResults, 1, MOST_RESULTS);
    List<LaunchTemplate> found = found(request, caller.accountId());
    TagSets tags = items.tags(caller.accountId(), found);
    Predicate<LaunchTemplate> filters = TemplateFilters.TEMPLATES.compile(request.filterSet, tags);
    return Prepared.of(
        () -> {
          Paging.Page<LaunchTemplate> page =
              paging.cut(
                  caller.accountId() + " DescribeLaunchTemplates",
                  found.stream().filter(filters).toList(),
                  LaunchTemplate::id,
                  limit == null ? MOST_RESULTS : limit,
                  request.nextToken);
          DescribeLaunchTemplatesResponse response = new DescribeLaunchTemplatesResponse();
          page.items().forEach(t -> response.launchTemplates.add(TemplateItems.item(t, tags)));
          response.nextToken = page.nextToken();
          return response;
        });
  }

  private List<LaunchTemplate> found(DescribeLaunchTemplatesRequest request, String accountId) {
    int asked = request.launchTemplateIdSet.size() + request.launchTemplateNameSet.size();
    if (asked == 0) {
      return repository.all(accountId);
    }
    if (asked > MOST_NAMED) {
      throw Wording.invalid(
          "LaunchTemplateId",
          asked + " launch templates",
          "At most " + MOST_NAMED + " can be named at once.");
    }
    return named.find(accountId, request.launchTemplateIdSet, request.launchTemplateNameSet);
  }
}

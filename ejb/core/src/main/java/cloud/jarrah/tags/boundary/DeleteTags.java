package cloud.jarrah.tags.boundary;

import cloud.jarrah.api.ec2.DeleteTagsRequest;
import cloud.jarrah.api.ec2.DeleteTagsResponse;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.tags.control.TagRules;
import cloud.jarrah.tags.control.TaggableResources;
import cloud.jarrah.tags.control.TaggableResources.Named;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Takes tags off resources; a tag that is not there is no error, a resource is. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class DeleteTags implements Action<DeleteTagsRequest, DeleteTagsResponse> {
  private final TaggableResources resources;
  private final Tags tags;

  @Inject
  public DeleteTags(TaggableResources resources, Tags tags) {
    this.resources = resources;
    this.tags = tags;
  }

  @Override
  public Prepared<DeleteTagsResponse> prepare(DeleteTagsRequest request, Caller caller) {
    Set<String> ids = TagRules.resources(request.resourcesSet);
    List<TagRules.Doomed> doomed = TagRules.doomed(request.tagSet);
    List<Named> named = resources.require(caller.accountId(), ids);
    return Prepared.of(
        resources.arns(named, caller.accountId()),
        () -> {
          named.forEach(kind -> tags.take(caller.accountId(), kind.ids(), doomed));
          DeleteTagsResponse response = new DeleteTagsResponse();
          response.success = true;
          return response;
        });
  }
}

package cloud.jarrah.tags.boundary;

import cloud.jarrah.api.ec2.CreateTagsRequest;
import cloud.jarrah.api.ec2.CreateTagsResponse;
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
import java.util.Map;
import java.util.Set;

/** Puts tags on resources of any kind: on all of them or on none. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class CreateTags implements Action<CreateTagsRequest, CreateTagsResponse> {
  private final TaggableResources resources;
  private final Tags tags;

  @Inject
  public CreateTags(TaggableResources resources, Tags tags) {
    this.resources = resources;
    this.tags = tags;
  }

  @Override
  public Prepared<CreateTagsResponse> prepare(CreateTagsRequest request, Caller caller) {
    Set<String> ids = TagRules.resources(request.resourcesSet);
    Map<String, String> given = TagRules.given(request.tagSet);
    List<Named> named = resources.require(caller.accountId(), ids);
    return Prepared.of(
        resources.arns(named, caller.accountId()),
        () -> {
          named.forEach(
              kind -> tags.put(caller.accountId(), kind.resourceType(), kind.ids(), given));
          CreateTagsResponse response = new CreateTagsResponse();
          response.success = true;
          return response;
        });
  }
}

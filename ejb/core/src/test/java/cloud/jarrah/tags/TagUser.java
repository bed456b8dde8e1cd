package cloud.jarrah.tags;

import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreateTagsRequest;
import cloud.jarrah.api.ec2.DeleteTag;
import cloud.jarrah.api.ec2.DeleteTagsRequest;
import cloud.jarrah.api.ec2.DescribeTagsRequest;
import cloud.jarrah.api.ec2.DescribeTagsResponse;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.ResourceId;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.tags.boundary.CreateTags;
import cloud.jarrah.tags.boundary.DeleteTags;
import cloud.jarrah.tags.boundary.DescribeTags;
import cloud.jarrah.tags.control.TaggableResources;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody who tags: the verbs of the tests. Tags are written {@code key=value}. */
record TagUser(TestDatabase db, Caller caller) {
  private static final Paging PAGING = new Paging(TestKeys.fixed());
  private static final TaggableResources RESOURCES =
      new TaggableResources(
          List.of(
              new FakeKind("i", "instance", ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND),
              new FakeKind("key", "key-pair", ErrorCode.INVALID_KEY_PAIR_NOT_FOUND)),
          new Arns(() -> "jarrah-1"));

  TagRepository repository() {
    return new TagRepository(db.entityManager());
  }

  Tags tags() {
    return new Tags(repository());
  }

  /** As the dispatcher does, with its repetition after a lost race. */
  void creates(List<String> ids, String... tags) {
    CreateTagsRequest request = new CreateTagsRequest();
    ids.forEach(id -> request.resourcesSet.add(resource(id)));
    for (String tag : tags) {
      request.tagSet.add(tag(tag));
    }
    creates(request);
  }

  void creates(CreateTagsRequest request) {
    CreateTags action = new CreateTags(RESOURCES, tags());
    new Retrying(db.transactions())
        .requiresNew(() -> action.prepare(request, caller).apply().get());
  }

  /** A tag without {@code =} has no value: any will do. */
  void deletes(List<String> ids, String... tags) {
    DeleteTagsRequest request = new DeleteTagsRequest();
    ids.forEach(id -> request.resourcesSet.add(resource(id)));
    for (String text : tags) {
      String[] halves = text.split("=", 2);
      DeleteTag tag = new DeleteTag();
      tag.key = halves[0];
      tag.value = halves.length == 1 ? null : halves[1];
      request.tagSet.add(tag);
    }
    Actions.run(db, new DeleteTags(RESOURCES, tags()), request, caller);
  }

  /** All that the user sees, as {@code id key=value}. */
  List<String> sees() {
    return shown(describes(request -> {}));
  }

  List<String> sees(String filter, String... values) {
    return shown(describes(request -> request.filterSet.add(filter(filter, values))));
  }

  static List<String> shown(DescribeTagsResponse answer) {
    return answer.tagSet.stream()
        .map(item -> item.resourceId + " " + item.key + "=" + item.value)
        .toList();
  }

  DescribeTagsResponse describes(Consumer<DescribeTagsRequest> asked) {
    DescribeTagsRequest request = new DescribeTagsRequest();
    asked.accept(request);
    return Actions.run(db, new DescribeTags(repository(), PAGING), request, caller);
  }

  static ResourceId resource(@Nullable String id) {
    ResourceId item = new ResourceId();
    item.resourceId = id;
    return item;
  }

  static ResourceTag tag(String text) {
    String[] halves = text.split("=", 2);
    ResourceTag tag = new ResourceTag();
    tag.key = halves[0];
    tag.value = halves.length == 1 ? null : halves[1];
    return tag;
  }

  static Filter filter(String name, String... values) {
    Filter filter = new Filter();
    filter.name = name;
    for (String value : values) {
      FilterValue item = new FilterValue();
      item.value = value;
      filter.valueSet.add(item);
    }
    return filter;
  }
}

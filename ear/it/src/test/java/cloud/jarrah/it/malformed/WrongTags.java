package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Tags that cannot be, on things that are not. The image is there: what is wrong is the tag. */
public final class WrongTags {
  private static final String VALUE = "InvalidParameterValue";

  private final URI endpoint;
  private final Keys keys;
  private final String imageId;
  private final List<Wrong> cases = new ArrayList<>();

  public WrongTags(URI endpoint, Keys keys, String imageId) {
    this.endpoint = endpoint;
    this.keys = keys;
    this.imageId = imageId;
  }

  public List<Wrong> all() {
    tags();
    resources();
    specifications();
    lists();
    return cases;
  }

  private void add(String what, String code, String action, String... parameters) {
    String form = QueryClient.form(QueryClient.EC2_VERSION, action, parameters);
    HttpCall call = SigV4.now(keys, "ec2").sign(new HttpCall(endpoint).form(form));
    cases.add(Wrong.call(what, 400, code, call));
  }

  private void tag(String what, String code, String key, String value) {
    add(what, code, "CreateTags", "ResourceId.1", imageId, "Tag.1.Key", key, "Tag.1.Value", value);
  }

  private void tags() {
    tag("a tag without key", VALUE, "", "v");
    tag("a tag's long key", VALUE, "k".repeat(129), "v");
    tag("a tag's long value", VALUE, "k", "v".repeat(257));
    tag("the cloud's own tag", VALUE, "aws:k", "v");
    tag("NUL in a tag", VALUE, "k", "a\0b");
    add("no tag", "MissingParameter", "CreateTags", "ResourceId.1", imageId);
    add(
        "one key twice",
        VALUE,
        "CreateTags",
        "ResourceId.1",
        imageId,
        "Tag.1.Key",
        "k",
        "Tag.2.Key",
        "k");
    List<String> many = new ArrayList<>(List.of("ResourceId.1", imageId));
    for (int i = 1; i <= 51; i++) {
      many.addAll(List.of("Tag." + i + ".Key", "k" + i));
    }
    add("too many tags", "TagLimitExceeded", "CreateTags", many.toArray(String[]::new));
    add(
        "deleting the cloud's own tag",
        VALUE,
        "DeleteTags",
        "ResourceId.1",
        imageId,
        "Tag.1.Key",
        "aws:k");
  }

  private void resources() {
    for (String action : List.of("CreateTags", "DeleteTags")) {
      add(action + " of nothing", "MissingParameter", action, "Tag.1.Key", "k");
      resource(action, "InvalidID", "x-0123456789abcdef0");
      resource(action, "InvalidID", "machine");
      resource(action, "InvalidInstanceID.NotFound", "i-0123456789abcdef0");
      resource(action, "InvalidInstanceID.Malformed", "i-machine");
      resource(action, "InvalidAMIID.NotFound", "ami-0123456789abcdef0");
      resource(action, "InvalidPlacementGroup.Unknown", "pg-0123456789abcdef0");
      resource(action, "InvalidPlacementGroupId.Malformed", "pg-parts");
      resource(action, "InvalidKeyPair.NotFound", "key-0123456789abcdef0");
      resource(action, "InvalidNetworkInterfaceID.NotFound", "eni-0123456789abcdef0");
    }
    List<String> many = new ArrayList<>(List.of("Tag.1.Key", "k"));
    for (int i = 1; i <= 1001; i++) {
      many.addAll(List.of("ResourceId." + i, imageId));
    }
    add("too many resources", VALUE, "CreateTags", many.toArray(String[]::new));
  }

  private void resource(String action, String code, String id) {
    String what = action + " of " + id;
    add(what, code, action, "ResourceId.1", imageId, "ResourceId.2", id, "Tag.1.Key", "k");
  }

  private void specifications() {
    for (String type : List.of("volume", "key-pair", "nonsense")) {
      add(
          "a launch that tags a " + type,
          VALUE,
          "RunInstances",
          "ImageId",
          imageId,
          "MinCount",
          "1",
          "MaxCount",
          "1",
          "TagSpecification.1.ResourceType",
          type,
          "TagSpecification.1.Tag.1.Key",
          "k");
    }
    add(
        "tags of no type",
        "MissingParameter",
        "CreateKeyPair",
        "KeyName",
        "untyped",
        "TagSpecification.1.Tag.1.Key",
        "k");
    add(
        "a placement group's instances' tags",
        VALUE,
        "CreatePlacementGroup",
        "GroupName",
        "mistyped",
        "Strategy",
        "spread",
        "TagSpecification.1.ResourceType",
        "instance",
        "TagSpecification.1.Tag.1.Key",
        "k");
  }

  private void lists() {
    add("tags on too small a page", VALUE, "DescribeTags", "MaxResults", "4");
    add("tags' page out of nowhere", "InvalidPaginationToken", "DescribeTags", "NextToken", "x");
    add(
        "tags by an unknown filter",
        VALUE,
        "DescribeTags",
        "Filter.1.Name",
        "tag-key",
        "Filter.1.Value.1",
        "k");
  }
}

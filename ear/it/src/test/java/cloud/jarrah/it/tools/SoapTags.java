package cloud.jarrah.it.tools;

import cloud.jarrah.client.ec2.AmazonEC2PortType;
import cloud.jarrah.client.ec2.CreateKeyPairType;
import cloud.jarrah.client.ec2.CreateTagsType;
import cloud.jarrah.client.ec2.DeleteTagsSetItemType;
import cloud.jarrah.client.ec2.DeleteTagsType;
import cloud.jarrah.client.ec2.DescribeTagsType;
import cloud.jarrah.client.ec2.ResourceIdSetItemType;
import cloud.jarrah.client.ec2.ResourceTagSetItemType;
import cloud.jarrah.client.ec2.TagSpecificationType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags by the stubs. */
public record SoapTags(AmazonEC2PortType port) {

  public static SoapTags of(Map<String, String> account) {
    return new SoapTags(SoapClient.of(account).port());
  }

  /** Makes a key pair with a tag; its id. */
  public String taggedKeyPair(String name, String key, String value) {
    TagSpecificationType specification = new TagSpecificationType();
    specification.setResourceType("key-pair");
    specification.setTagSet(new TagSpecificationType.TagSet());
    specification.getTagSet().getItem().add(tag(key, value));
    CreateKeyPairType request = new CreateKeyPairType();
    request.setKeyName(name);
    request.setTagSpecificationSet(new CreateKeyPairType.TagSpecificationSet());
    request.getTagSpecificationSet().getItem().add(specification);
    return port.createKeyPair(request).getKeyPairId();
  }

  public void create(String id, String key, String value) {
    CreateTagsType request = new CreateTagsType();
    request.setResourcesSet(new CreateTagsType.ResourcesSet());
    request.getResourcesSet().getItem().add(resource(id));
    request.setTagSet(new CreateTagsType.TagSet());
    request.getTagSet().getItem().add(tag(key, value));
    port.createTags(request);
  }

  /**
   * Deletes a tag.
   *
   * @param value null: whatever it is
   */
  public void delete(String id, String key, @Nullable String value) {
    DeleteTagsSetItemType tag = new DeleteTagsSetItemType();
    tag.setKey(key);
    tag.setValue(value);
    DeleteTagsType request = new DeleteTagsType();
    request.setResourcesSet(new DeleteTagsType.ResourcesSet());
    request.getResourcesSet().getItem().add(resource(id));
    request.setTagSet(new DeleteTagsType.TagSet());
    request.getTagSet().getItem().add(tag);
    port.deleteTags(request);
  }

  /** A resource's tags, as {@code key=value}. */
  public List<String> of(String id) {
    return port.describeTags(new DescribeTagsType()).getTagSet().getItem().stream()
        .filter(item -> item.getResourceId().equals(id))
        .map(item -> item.getKey() + "=" + item.getValue())
        .toList();
  }

  private static ResourceIdSetItemType resource(String id) {
    ResourceIdSetItemType item = new ResourceIdSetItemType();
    item.setResourceId(id);
    return item;
  }

  private static ResourceTagSetItemType tag(String key, String value) {
    ResourceTagSetItemType item = new ResourceTagSetItemType();
    item.setKey(key);
    item.setValue(value);
    return item;
  }
}

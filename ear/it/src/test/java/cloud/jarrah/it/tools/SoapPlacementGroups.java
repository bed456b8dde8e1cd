package cloud.jarrah.it.tools;

import cloud.jarrah.client.ec2.AmazonEC2PortType;
import cloud.jarrah.client.ec2.CreatePlacementGroupType;
import cloud.jarrah.client.ec2.DeletePlacementGroupType;
import cloud.jarrah.client.ec2.DescribePlacementGroupItemType;
import cloud.jarrah.client.ec2.DescribePlacementGroupsType;
import cloud.jarrah.client.ec2.PlacementGroupInfoType;
import cloud.jarrah.client.ec2.PlacementRequestType;
import cloud.jarrah.client.ec2.ResourceTagSetItemType;
import cloud.jarrah.client.ec2.RunInstancesType;
import cloud.jarrah.client.ec2.TagSpecificationType;
import java.util.List;
import java.util.Map;

/** Placement groups by the stubs. */
public record SoapPlacementGroups(AmazonEC2PortType port) {

  public static SoapPlacementGroups of(Map<String, String> account) {
    return new SoapPlacementGroups(SoapClient.of(account).port());
  }

  public boolean create(String name, String strategy) {
    CreatePlacementGroupType request = new CreatePlacementGroupType();
    request.setGroupName(name);
    request.setStrategy(strategy);
    return port.createPlacementGroup(request).isReturn();
  }

  /** Makes one with a tag; the tags that the answer shows, as {@code key=value}. */
  public List<String> createTagged(String name, String strategy, String key, String value) {
    ResourceTagSetItemType tag = new ResourceTagSetItemType();
    tag.setKey(key);
    tag.setValue(value);
    TagSpecificationType specification = new TagSpecificationType();
    specification.setResourceType("placement-group");
    specification.setTagSet(new TagSpecificationType.TagSet());
    specification.getTagSet().getItem().add(tag);
    CreatePlacementGroupType request = new CreatePlacementGroupType();
    request.setGroupName(name);
    request.setStrategy(strategy);
    request.setTagSpecificationSet(new CreatePlacementGroupType.TagSpecificationSet());
    request.getTagSpecificationSet().getItem().add(specification);
    return tags(port.createPlacementGroup(request).getPlacementGroup());
  }

  private static List<String> tags(PlacementGroupInfoType group) {
    return group.getTagSet().getItem().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .toList();
  }

  public boolean delete(String name) {
    DeletePlacementGroupType request = new DeletePlacementGroupType();
    request.setGroupName(name);
    return port.deletePlacementGroup(request).isReturn();
  }

  public String strategy(String name) {
    return describe(name).getStrategy();
  }

  /** As {@code key=value}. */
  public List<String> tags(String name) {
    return tags(describe(name));
  }

  private PlacementGroupInfoType describe(String name) {
    DescribePlacementGroupItemType item = new DescribePlacementGroupItemType();
    item.setGroupName(name);
    DescribePlacementGroupsType request = new DescribePlacementGroupsType();
    request.setPlacementGroupSet(new DescribePlacementGroupsType.PlacementGroupSet());
    request.getPlacementGroupSet().getItem().add(item);
    return port.describePlacementGroups(request).getPlacementGroupSet().getItem().get(0);
  }

  /** Launches one instance into a group; the group that the answer names. */
  public String launch(String imageId, String group) {
    PlacementRequestType placement = new PlacementRequestType();
    placement.setGroupName(group);
    RunInstancesType request = new RunInstancesType();
    request.setImageId(imageId);
    request.setInstanceType("m1.small");
    request.setMinCount(1);
    request.setMaxCount(1);
    request.setPlacement(placement);
    return port.runInstances(request)
        .getInstancesSet()
        .getItem()
        .get(0)
        .getPlacement()
        .getGroupName();
  }
}

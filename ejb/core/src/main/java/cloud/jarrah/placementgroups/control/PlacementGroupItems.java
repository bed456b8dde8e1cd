package cloud.jarrah.placementgroups.control;

import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows placement groups as the public API does. */
public final class PlacementGroupItems {
  /** A spread is over hosts: this cloud does not know which of them share a rack. */
  public static final String SPREAD_LEVEL = "host";

  private PlacementGroupItems() {}

  /**
   * A group with its tags.
   *
   * @param tags null if there are none
   */
  public static PlacementGroupItem item(PlacementGroup group, @Nullable List<ResourceTag> tags) {
    PlacementGroupItem item = new PlacementGroupItem();
    item.groupName = group.name();
    item.strategy = group.strategy().wireName();
    item.state = "available";
    item.partitionCount =
        group.strategy() == Strategy.PARTITION ? Integer.valueOf(group.partitionCount()) : null;
    item.groupId = group.id();
    item.tagSet = tags;
    item.groupArn = arn(group.accountId(), group.name());
    item.spreadLevel = group.strategy() == Strategy.SPREAD ? SPREAD_LEVEL : null;
    return item;
  }

  public static String arn(String accountId, String name) {
    return "arn:aws:ec2::" + accountId + ":placement-group/" + name;
  }
}

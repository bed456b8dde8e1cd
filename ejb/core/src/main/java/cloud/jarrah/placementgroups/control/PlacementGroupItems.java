package cloud.jarrah.placementgroups.control;

import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.Strategy;

/** Shows placement groups as the public API does. */
public final class PlacementGroupItems {
  /** A spread is over hosts: this cloud does not know which of them share a rack. */
  public static final String SPREAD_LEVEL = "host";

  private PlacementGroupItems() {}

  public static PlacementGroupItem item(PlacementGroup group) {
    PlacementGroupItem item = new PlacementGroupItem();
    item.groupName = group.name();
    item.strategy = group.strategy().wireName();
    item.state = "available";
    item.partitionCount =
        group.strategy() == Strategy.PARTITION ? Integer.valueOf(group.partitionCount()) : null;
    item.groupId = group.id();
    item.groupArn = arn(group.accountId(), group.name());
    item.spreadLevel = group.strategy() == Strategy.SPREAD ? SPREAD_LEVEL : null;
    return item;
  }

  public static String arn(String accountId, String name) {
    return "arn:aws:ec2::" + accountId + ":placement-group/" + name;
  }
}

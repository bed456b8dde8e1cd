package cloud.jarrah.placementgroups.control;

import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.Strategy;
import cloud.jarrah.platform.actions.Arns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows placement groups as the public API does. */
@Singleton
public class PlacementGroupItems {
  /** A spread is over hosts: this cloud does not know which of them share a rack. */
  public static final String SPREAD_LEVEL = "host";

  private final Arns arns;

  @Inject
  public PlacementGroupItems(Arns arns) {
    this.arns = arns;
  }

  /**
   * A group with its tags.
   *
   * @param tags null if there are none
   */
  public PlacementGroupItem item(PlacementGroup group, @Nullable List<ResourceTag> tags) {
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

  /** EC2 names groups by their names, not by their ids. */
  public String arn(String accountId, String name) {
    return arns.of(accountId, TaggablePlacementGroups.TYPE, name);
  }
}

package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateMaintenanceOptions;
import cloud.jarrah.api.ec2.LaunchTemplateMonitoring;
import cloud.jarrah.api.ec2.LaunchTemplatePlacement;
import cloud.jarrah.api.ec2.MonitoringRequest;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.UserData;
import cloud.jarrah.platform.actions.WireFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills what a request leaves open from a template: what the request says always wins. Structures
 * are filled member by member; security groups, by id and by name together, are one value, and so
 * is the placement group. Tags of a launch are added up, key by key.
 */
public final class TemplateMerge {
  private TemplateMerge() {}

  /** A launch request with everything in it; the given one stays as it is. */
  public static RunInstancesRequest complete(RunInstancesRequest request, LaunchTemplateData data) {
    RunInstancesRequest whole = WireFields.copyOf(request);
    whole.imageId = first(request.imageId, data.imageId);
    whole.kernelId = first(request.kernelId, data.kernelId);
    whole.ramdiskId = first(request.ramdiskId, data.ramDiskId);
    whole.instanceType = first(request.instanceType, data.instanceType);
    whole.keyName = first(request.keyName, data.keyName);
    whole.userData = userData(request.userData, data.userData);
    whole.groupSet = request.groupSet.isEmpty() ? groups(data) : request.groupSet;
    whole.tagSpecificationSet =
        TemplateTags.union(request.tagSpecificationSet, data.tagSpecificationSet);
    whole.placement = placement(request.placement, data.placement);
    whole.monitoring = monitoring(request.monitoring, data.monitoring);
    whole.maintenanceOptions = maintenance(request.maintenanceOptions, data.maintenanceOptions);
    whole.ebsOptimized = first(request.ebsOptimized, data.ebsOptimized);
    whole.disableApiTermination = first(request.disableApiTermination, data.disableApiTermination);
    whole.disableApiStop = first(request.disableApiStop, data.disableApiStop);
    whole.instanceInitiatedShutdownBehavior =
        first(request.instanceInitiatedShutdownBehavior, data.instanceInitiatedShutdownBehavior);
    return whole;
  }

  /** What a new version says that is based on another one. */
  public static LaunchTemplateData onto(LaunchTemplateData base, LaunchTemplateData change) {
    LaunchTemplateData whole = WireFields.copyOf(change);
    whole.imageId = first(change.imageId, base.imageId);
    whole.kernelId = first(change.kernelId, base.kernelId);
    whole.ramDiskId = first(change.ramDiskId, base.ramDiskId);
    whole.instanceType = first(change.instanceType, base.instanceType);
    whole.keyName = first(change.keyName, base.keyName);
    whole.userData = first(change.userData, base.userData);
    boolean groups = !change.securityGroupIdSet.isEmpty() || !change.securityGroupSet.isEmpty();
    whole.securityGroupIdSet = groups ? change.securityGroupIdSet : base.securityGroupIdSet;
    whole.securityGroupSet = groups ? change.securityGroupSet : base.securityGroupSet;
    whole.tagSpecificationSet =
        change.tagSpecificationSet.isEmpty()
            ? base.tagSpecificationSet
            : change.tagSpecificationSet;
    whole.placement = placement(change.placement, base.placement);
    whole.monitoring = first(change.monitoring, base.monitoring);
    whole.maintenanceOptions = first(change.maintenanceOptions, base.maintenanceOptions);
    whole.ebsOptimized = first(change.ebsOptimized, base.ebsOptimized);
    whole.disableApiTermination = first(change.disableApiTermination, base.disableApiTermination);
    whole.disableApiStop = first(change.disableApiStop, base.disableApiStop);
    whole.instanceInitiatedShutdownBehavior =
        first(change.instanceInitiatedShutdownBehavior, base.instanceInitiatedShutdownBehavior);
    return whole;
  }

  private static <T> @Nullable T first(@Nullable T said, @Nullable T otherwise) {
    return said == null || said.equals("") ? otherwise : said;
  }

  private static @Nullable UserData userData(@Nullable UserData said, @Nullable String otherwise) {
    if (otherwise == null || (said != null && said.data != null && !said.data.isEmpty())) {
      return said;
    }
    UserData data = new UserData();
    data.data = otherwise;
    return data;
  }

  private static List<GroupItem> groups(LaunchTemplateData data) {
    List<GroupItem> groups = new ArrayList<>();
    for (String id : data.securityGroupIdSet) {
      GroupItem group = new GroupItem();
      group.groupId = id;
      groups.add(group);
    }
    for (String name : data.securityGroupSet) {
      GroupItem group = new GroupItem();
      group.groupName = name;
      groups.add(group);
    }
    return groups;
  }

  private static @Nullable PlacementRequest placement(
      @Nullable PlacementRequest said, @Nullable LaunchTemplatePlacement otherwise) {
    if (otherwise == null) {
      return said;
    }
    PlacementRequest whole = said == null ? new PlacementRequest() : WireFields.copyOf(said);
    whole.availabilityZone = first(whole.availabilityZone, otherwise.availabilityZone);
    whole.affinity = first(whole.affinity, otherwise.affinity);
    whole.tenancy = first(whole.tenancy, otherwise.tenancy);
    if (!isGroup(whole.groupName, whole.groupId)) {
      whole.groupName = otherwise.groupName;
      whole.groupId = otherwise.groupId;
    }
    whole.partitionNumber = first(whole.partitionNumber, otherwise.partitionNumber);
    return whole;
  }

  private static @Nullable LaunchTemplatePlacement placement(
      @Nullable LaunchTemplatePlacement said, @Nullable LaunchTemplatePlacement otherwise) {
    if (said == null || otherwise == null) {
      return first(said, otherwise);
    }
    LaunchTemplatePlacement whole = WireFields.copyOf(said);
    whole.availabilityZone = first(said.availabilityZone, otherwise.availabilityZone);
    whole.affinity = first(said.affinity, otherwise.affinity);
    whole.tenancy = first(said.tenancy, otherwise.tenancy);
    if (!isGroup(said.groupName, said.groupId)) {
      whole.groupName = otherwise.groupName;
      whole.groupId = otherwise.groupId;
    }
    whole.partitionNumber = first(said.partitionNumber, otherwise.partitionNumber);
    return whole;
  }

  private static boolean isGroup(@Nullable String name, @Nullable String id) {
    return (name != null && !name.isEmpty()) || (id != null && !id.isEmpty());
  }

  private static @Nullable MonitoringRequest monitoring(
      @Nullable MonitoringRequest said, @Nullable LaunchTemplateMonitoring otherwise) {
    if (otherwise == null || (said != null && said.enabled != null)) {
      return said;
    }
    MonitoringRequest monitoring = new MonitoringRequest();
    monitoring.enabled = otherwise.enabled;
    return monitoring;
  }

  private static @Nullable InstanceMaintenanceOptionsRequest maintenance(
      @Nullable InstanceMaintenanceOptionsRequest said,
      @Nullable LaunchTemplateMaintenanceOptions otherwise) {
    if (otherwise == null) {
      return said;
    }
    InstanceMaintenanceOptionsRequest whole = new InstanceMaintenanceOptionsRequest();
    whole.autoRecovery = first(said == null ? null : said.autoRecovery, otherwise.autoRecovery);
    return whole;
  }
}

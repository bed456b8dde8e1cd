package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.control.Grouping;
import cloud.jarrah.images.control.LaunchImage;
import cloud.jarrah.images.control.LaunchImages;
import cloud.jarrah.instances.control.InstanceTypes.InstanceType;
import cloud.jarrah.instances.entity.AutoRecovery;
import cloud.jarrah.instances.entity.LaunchSpecification;
import cloud.jarrah.instances.entity.Options;
import cloud.jarrah.instances.entity.ShutdownBehavior;
import cloud.jarrah.keypairs.control.KeyPairs;
import cloud.jarrah.placementgroups.control.PlacementGroups;
import cloud.jarrah.platform.actions.ClientToken;
import cloud.jarrah.platform.actions.UserDataText;
import cloud.jarrah.zones.control.Zones;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a caller wants to launch and looks up what it names. */
@Singleton
public class LaunchRequests {
  private static final String DEFAULT_TYPE = "m1.small";
  private static final String DEFAULT_GROUP = "default";
  private static final int MAX_COUNT = 1000;

  private final LaunchImages images;
  private final KeyPairs keyPairs;
  private final Zones zones;
  private final InstanceTypes types;
  private final PlacementGroups groups;
  private final GroupSeats seats;

  @Inject
  public LaunchRequests(
      LaunchImages images,
      KeyPairs keyPairs,
      Zones zones,
      InstanceTypes types,
      PlacementGroups groups,
      GroupSeats seats) {
    this.images = images;
    this.keyPairs = keyPairs;
    this.zones = zones;
    this.types = types;
    this.groups = groups;
    this.seats = seats;
  }

  /**
   * Looks up all that a request names.
   *
   * @param request completed by its launch template
   * @param digest of the request as it came
   */
  public LaunchRequest check(RunInstancesRequest request, String accountId, String digest) {
    int min = count(request.minCount, "MinCount");
    int max = count(request.maxCount, "MaxCount");
    if (min > max) {
      throw invalid(
          "MinCount", Integer.toString(min), "it must not be greater than MaxCount, " + max);
    }
    InstanceType type =
        types.require(request.instanceType == null ? DEFAULT_TYPE : request.instanceType);
    Grouping grouping = groups.wanted(accountId, request.placement);
    return new LaunchRequest(
        min,
        max,
        type,
        zone(request.placement, grouping),
        grouping,
        image(request, accountId, type),
        key(request.keyName, accountId),
        group(request.groupSet),
        UserDataText.check(request.userData == null ? null : request.userData.data),
        options(request),
        shutdownBehavior(request.instanceInitiatedShutdownBehavior),
        LaunchTags.check(request.tagSpecificationSet),
        ClientToken.check(request.clientToken),
        digest);
  }

  private static int count(@Nullable Integer value, String name) {
    if (value == null) {
      throw new ApiException(
          ErrorCode.MISSING_PARAMETER, "The request must contain the parameter " + name);
    }
    if (value < 1 || value > MAX_COUNT) {
      throw invalid(name, value.toString(), "it must be from 1 to " + MAX_COUNT);
    }
    return value;
  }

  /** The zone that is named, or else the one that the cluster is in. Its group is locked. */
  private String zone(@Nullable PlacementRequest placement, @Nullable Grouping grouping) {
    String named = placement == null ? null : placement.availabilityZone;
    return zones.require(
        named == null || named.isEmpty() ? seats.zone(grouping).orElse(null) : named);
  }

  private LaunchSpecification.Image image(
      RunInstancesRequest request, String accountId, InstanceType type) {
    if (request.imageId == null || request.imageId.isEmpty()) {
      throw new ApiException(
          ErrorCode.MISSING_PARAMETER, "The request must contain the parameter ImageId");
    }
    LaunchImage image = images.resolve(accountId, request.imageId);
    if (image.virtualGib() > type.demand().diskGib()) {
      throw invalid(
          "InstanceType",
          type.name(),
          "its disk of "
              + type.demand().diskGib()
              + " GiB cannot hold the image, which needs "
              + image.virtualGib()
              + " GiB");
    }
    return new LaunchSpecification.Image(
        image.imageId(),
        request.kernelId == null
            ? image.kernelId()
            : images.resolveKernel(accountId, request.kernelId),
        request.ramdiskId == null
            ? image.ramdiskId()
            : images.resolveRamdisk(accountId, request.ramdiskId),
        image.architecture(),
        image.rootDeviceName());
  }

  private LaunchSpecification.@Nullable Key key(@Nullable String name, String accountId) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    return keyPairs
        .find(accountId, name)
        .map(found -> new LaunchSpecification.Key(found.name(), found.publicKey()))
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.INVALID_KEY_PAIR_NOT_FOUND,
                    "The key pair '" + name + "' does not exist"));
  }

  /** Every account has the group {@code default} and, until groups can be made, no other. */
  static String group(List<GroupItem> groups) {
    for (GroupItem group : groups) {
      String named = group.groupId != null ? group.groupId : group.groupName;
      if (named != null && !named.equals(DEFAULT_GROUP)) {
        throw new ApiException(
            ErrorCode.INVALID_GROUP_NOT_FOUND, "The security group '" + named + "' does not exist");
      }
    }
    return DEFAULT_GROUP;
  }

  private static Options options(RunInstancesRequest request) {
    return new Options(
        Boolean.TRUE.equals(request.disableApiTermination),
        Boolean.TRUE.equals(request.disableApiStop),
        request.monitoring != null && Boolean.TRUE.equals(request.monitoring.enabled),
        request.maintenanceOptions == null
            ? AutoRecovery.DEFAULT
            : Recovering.choice(
                "MaintenanceOptions.AutoRecovery", request.maintenanceOptions.autoRecovery));
  }

  private static ShutdownBehavior shutdownBehavior(@Nullable String named) {
    if (named == null || named.isEmpty()) {
      return ShutdownBehavior.STOP;
    }
    return ShutdownBehavior.named(named)
        .orElseThrow(
            () ->
                invalid(
                    "InstanceInitiatedShutdownBehavior", named, "it must be stop or terminate"));
  }

  private static ApiException invalid(String name, String value, String why) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Value (" + value + ") for parameter " + name + " is invalid: " + why + ".");
  }
}

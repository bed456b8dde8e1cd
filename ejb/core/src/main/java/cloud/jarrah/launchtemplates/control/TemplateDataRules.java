package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateMaintenanceOptions;
import cloud.jarrah.api.ec2.LaunchTemplateMonitoring;
import cloud.jarrah.api.ec2.LaunchTemplatePlacement;
import cloud.jarrah.images.control.ImageIds;
import cloud.jarrah.keypairs.control.KeyName;
import cloud.jarrah.placementgroups.control.PlacementGroupRules;
import cloud.jarrah.platform.actions.UserDataText;
import cloud.jarrah.platform.actions.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the form of what a template says. Whether the things it names exist, and fit each other,
 * shows at launch: they may come and go as long as the template lives.
 */
public final class TemplateDataRules {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,31}");
  private static final Pattern ZONE = Pattern.compile("[a-zA-Z0-9-]{1,64}");
  private static final Pattern GROUP =
      Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]{1,255}");
  private static final Pattern WORD = Pattern.compile("[a-z]{1,32}");
  private static final Pattern SHUTDOWN = Pattern.compile("stop|terminate");
  private static final Pattern AUTO_RECOVERY = Pattern.compile("default|disabled");
  private static final int MOST_GROUPS = 50;
  private static final String PREFIX = "LaunchTemplateData.";

  private TemplateDataRules() {}

  /** A clean copy; empty values count as not given. */
  public static LaunchTemplateData check(LaunchTemplateData given) {
    LaunchTemplateData clean = new LaunchTemplateData();
    clean.imageId = imageId(given.imageId);
    clean.kernelId = imageId(given.kernelId);
    clean.ramDiskId = imageId(given.ramDiskId);
    clean.instanceType = matching(TYPE, "InstanceType", given.instanceType);
    clean.keyName =
        given.keyName == null || given.keyName.isEmpty() ? null : KeyName.require(given.keyName);
    clean.userData = UserDataText.check(given.userData);
    clean.securityGroupIdSet = groups("SecurityGroupId", given.securityGroupIdSet);
    clean.securityGroupSet = groups("SecurityGroup", given.securityGroupSet);
    clean.tagSpecificationSet = TemplateTags.ofLaunched(given.tagSpecificationSet);
    clean.placement = placement(given.placement);
    clean.monitoring = monitoring(given.monitoring);
    clean.maintenanceOptions = maintenance(given.maintenanceOptions);
    clean.ebsOptimized = given.ebsOptimized;
    clean.disableApiTermination = given.disableApiTermination;
    clean.disableApiStop = given.disableApiStop;
    clean.instanceInitiatedShutdownBehavior =
        matching(
            SHUTDOWN, "InstanceInitiatedShutdownBehavior", given.instanceInitiatedShutdownBehavior);
    return clean;
  }

  /** The same, for what has to say something. */
  public static LaunchTemplateData require(@Nullable LaunchTemplateData given) {
    LaunchTemplateData clean = given == null ? new LaunchTemplateData() : check(given);
    if (saysNothing(clean)) {
      throw Wording.missing("LaunchTemplateData");
    }
    return clean;
  }

  public static boolean saysNothing(LaunchTemplateData data) {
    return TemplateContent.write(data).equals(TemplateContent.write(new LaunchTemplateData()));
  }

  private static @Nullable String imageId(@Nullable String id) {
    return id == null || id.isEmpty() ? null : ImageIds.normal(id);
  }

  private static List<String> groups(String parameter, List<String> given) {
    if (given.size() > MOST_GROUPS) {
      throw Wording.invalid(
          PREFIX + parameter,
          given.size() + " groups",
          "There may be at most " + MOST_GROUPS + ".");
    }
    List<String> clean = new ArrayList<>();
    for (String group : given) {
      String named = matching(GROUP, parameter, group);
      if (named == null) {
        throw Wording.invalid(PREFIX + parameter, "", "It must not be empty.");
      }
      clean.add(named);
    }
    return clean;
  }

  private static @Nullable LaunchTemplatePlacement placement(
      @Nullable LaunchTemplatePlacement given) {
    if (given == null) {
      return null;
    }
    LaunchTemplatePlacement clean = new LaunchTemplatePlacement();
    clean.availabilityZone = matching(ZONE, "Placement.AvailabilityZone", given.availabilityZone);
    clean.affinity = matching(WORD, "Placement.Affinity", given.affinity);
    clean.tenancy = matching(WORD, "Placement.Tenancy", given.tenancy);
    clean.groupName = given(given.groupName);
    clean.groupId = given(given.groupId);
    clean.partitionNumber = given.partitionNumber;
    requireForm(clean);
    return saysNothing(clean) ? null : clean;
  }

  private static void requireForm(LaunchTemplatePlacement placement) {
    if (placement.groupName != null && placement.groupId != null) {
      throw TemplateErrors.groupNameAndId();
    }
    if (placement.groupName != null) {
      PlacementGroupRules.name(PREFIX + "Placement.GroupName", placement.groupName);
    }
    if (placement.groupId != null) {
      PlacementGroupRules.id(placement.groupId);
    }
    if (placement.partitionNumber != null) {
      PlacementGroupRules.partition(
          PREFIX + "Placement.PartitionNumber", placement.partitionNumber);
    }
  }

  private static boolean saysNothing(LaunchTemplatePlacement placement) {
    return Stream.of(
            placement.availabilityZone,
            placement.affinity,
            placement.tenancy,
            placement.groupName,
            placement.groupId,
            placement.partitionNumber)
        .allMatch(Objects::isNull);
  }

  private static @Nullable LaunchTemplateMonitoring monitoring(
      @Nullable LaunchTemplateMonitoring given) {
    if (given == null || given.enabled == null) {
      return null;
    }
    LaunchTemplateMonitoring clean = new LaunchTemplateMonitoring();
    clean.enabled = given.enabled;
    return clean;
  }

  private static @Nullable LaunchTemplateMaintenanceOptions maintenance(
      @Nullable LaunchTemplateMaintenanceOptions given) {
    String said =
        given == null
            ? null
            : matching(AUTO_RECOVERY, "MaintenanceOptions.AutoRecovery", given.autoRecovery);
    if (said == null) {
      return null;
    }
    LaunchTemplateMaintenanceOptions clean = new LaunchTemplateMaintenanceOptions();
    clean.autoRecovery = said;
    return clean;
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static @Nullable String matching(Pattern form, String parameter, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (!form.matcher(value).matches()) {
      throw Wording.invalid(PREFIX + parameter, value, "It must match " + form.pattern() + ".");
    }
    return value;
  }
}

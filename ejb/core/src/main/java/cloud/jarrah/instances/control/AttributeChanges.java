package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.images.control.LaunchImage;
import cloud.jarrah.images.control.LaunchImages;
import cloud.jarrah.instances.control.InstanceTypes.InstanceType;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.LaunchSpecification;
import cloud.jarrah.instances.entity.Options;
import cloud.jarrah.instances.entity.ShutdownBehavior;
import cloud.jarrah.instances.entity.Size;
import cloud.jarrah.platform.actions.UserDataText;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Changes attributes of an instance. What its host must know of is changed while the instance is
 * off and takes effect at the next start, which is a new generation.
 */
@Singleton
public class AttributeChanges {
  private final InstanceTypes types;
  private final LaunchImages images;
  private final InstanceUsage usage;

  @Inject
  public AttributeChanges(InstanceTypes types, LaunchImages images, InstanceUsage usage) {
    this.types = types;
    this.images = images;
    this.usage = usage;
  }

  /**
   * A checked change.
   *
   * @param moreVcpus by how many the account's use grows
   */
  public record Change(int moreVcpus, Runnable apply) {
    static Change of(Runnable apply) {
      return new Change(0, apply);
    }

    /** Asks for what is so anyway. */
    static Change nothing() {
      return of(() -> {});
    }
  }

  /** Checks what the request wants of an instance; changes nothing yet. */
  public Change check(ModifyInstanceAttributeRequest request, Instance instance) {
    WantedAttribute wanted = WantedAttribute.of(request);
    requirePresent(instance);
    return switch (wanted.name()) {
      case "instanceType" -> type(wanted, instance);
      case "kernel", "ramdisk", "userData" -> boot(wanted, instance);
      case "disableApiTermination", "disableApiStop" -> options(wanted, instance);
      case "groupSet" -> groups(wanted);
      case "instanceInitiatedShutdownBehavior" -> shutdown(wanted, instance);
      case "sourceDestCheck", "ebsOptimized", "enaSupport" -> off(wanted);
      case "sriovNetSupport", "blockDeviceMapping", "rootDeviceName", "productCodes" ->
          throw wanted.unsupported("It cannot be changed.");
      case "enclaveOptions" -> throw wanted.unsupported("It is chosen at launch.");
      default ->
          throw Wording.invalid("Attribute", wanted.name(), "There is no attribute of that name.");
    };
  }

  /** The root disk stays as it is: it was made at launch and does not follow the type. */
  private Change type(WantedAttribute wanted, Instance instance) {
    requireStopped(instance);
    InstanceType type =
        types
            .find(wanted.value())
            .orElseThrow(
                () ->
                    new ApiException(
                        ErrorCode.INVALID_INSTANCE_ATTRIBUTE_VALUE,
                        "Invalid value '"
                            + Wording.shown(wanted.value())
                            + "' for InstanceType; DescribeInstanceTypes lists those there are."));
    Demand before = instance.demand();
    Demand after = new Demand(type.demand().cores(), type.demand().memoryMib(), before.diskGib());
    return new Change(
        Math.max(0, after.cores() - before.cores()),
        () -> {
          instance.resize(new Size(type.name(), after));
          usage.resized(instance, before);
        });
  }

  private Change boot(WantedAttribute wanted, Instance instance) {
    requireStopped(instance);
    LaunchSpecification launch = instance.launch();
    switch (wanted.name()) {
      case "kernel" -> {
        String id = images.resolveKernel(instance.accountId(), wanted.value());
        return Change.of(() -> launch.changeKernel(id));
      }
      case "ramdisk" -> {
        String id = images.resolveRamdisk(instance.accountId(), wanted.value());
        return Change.of(() -> launch.changeRamdisk(id));
      }
      default -> {
        String userData = UserDataText.check(wanted.value());
        return Change.of(() -> launch.changeUserData(userData));
      }
    }
  }

  private static Change options(WantedAttribute wanted, Instance instance) {
    boolean on = wanted.on();
    Options before = instance.launch().options();
    Options after =
        wanted.name().equals("disableApiStop")
            ? before.stopRefused(on)
            : before.terminationRefused(on);
    return Change.of(() -> instance.launch().choose(after));
  }

  /** The interface is in the group {@code default}, and there is no other. */
  private static Change groups(WantedAttribute wanted) {
    List<GroupItem> groups =
        wanted.values().stream()
            .map(
                id -> {
                  GroupItem group = new GroupItem();
                  group.groupId = id;
                  return group;
                })
            .toList();
    LaunchRequests.group(groups);
    return Change.nothing();
  }

  private static Change shutdown(WantedAttribute wanted, Instance instance) {
    ShutdownBehavior behavior =
        ShutdownBehavior.named(wanted.value())
            .orElseThrow(() -> wanted.wrong("It must be stop or terminate."));
    return Change.of(() -> instance.changeShutdownBehavior(behavior));
  }

  private static Change off(WantedAttribute wanted) {
    if (wanted.on()) {
      throw wanted.unsupported("It is false.");
    }
    return Change.nothing();
  }

  /** Gives the kernel or the RAM disk back that the image itself brings. */
  public Change reset(String attribute, Instance instance) {
    requirePresent(instance);
    if (attribute.equals("sourceDestCheck")) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_OPERATION,
          "The attribute sourceDestCheck cannot be reset: it is false here and stays so.");
    }
    requireStopped(instance);
    LaunchSpecification launch = instance.launch();
    LaunchImage image = images.resolve(instance.accountId(), launch.imageId());
    return attribute.equals("kernel")
        ? Change.of(() -> launch.changeKernel(image.kernelId()))
        : Change.of(() -> launch.changeRamdisk(image.ramdiskId()));
  }

  private static void requireStopped(Instance instance) {
    if (instance.state() != InstanceState.STOPPED) {
      throw InstanceErrors.notStopped(instance.id());
    }
  }

  /** What has come to its end has no attributes to change. */
  public static void requirePresent(Instance instance) {
    if (instance.state() == InstanceState.TERMINATED
        || instance.state() == InstanceState.SHUTTING_DOWN) {
      throw InstanceErrors.wrongState(instance.id(), instance.state(), "changed");
    }
  }
}

package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeRequest;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeResponse;
import cloud.jarrah.api.ec2.EmptyElement;
import cloud.jarrah.api.ec2.EnclaveOptionsItem;
import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.NullableAttributeBooleanValue;
import cloud.jarrah.api.ec2.NullableAttributeValue;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the attributes of an instance, one at a time. */
@Singleton
public class InstanceAttributes {
  private static final List<Attribute> ALL =
      List.of(
          new Attribute("instanceType", q -> q.instanceType, a -> a.type()),
          new Attribute("kernel", q -> q.kernel, a -> a.kernel()),
          new Attribute("ramdisk", q -> q.ramdisk, a -> a.ramdisk()),
          new Attribute("userData", q -> q.userData, a -> a.userData()),
          new Attribute(
              "disableApiTermination", q -> q.disableApiTermination, a -> a.termination()),
          new Attribute(
              "instanceInitiatedShutdownBehavior",
              q -> q.instanceInitiatedShutdownBehavior,
              a -> a.shutdown()),
          new Attribute("rootDeviceName", q -> q.rootDeviceName, a -> a.rootDevice()),
          new Attribute("blockDeviceMapping", q -> q.blockDeviceMapping, a -> a.volumes()),
          new Attribute("sourceDestCheck", q -> q.sourceDestCheck, a -> a.sourceDestCheck()),
          new Attribute("groupSet", q -> q.groupSet, a -> a.groups()),
          new Attribute("productCodes", q -> q.productCodes, a -> a.productCodes()),
          new Attribute("ebsOptimized", q -> q.ebsOptimized, a -> a.ebsOptimized()),
          new Attribute("sriovNetSupport", q -> q.sriovNetSupport, a -> a.sriov()),
          new Attribute("enaSupport", q -> q.enaSupport, a -> a.ena()),
          new Attribute("enclaveOptions", q -> q.enclaveOptions, a -> a.enclaves()),
          new Attribute("disableApiStop", q -> q.disableApiStop, a -> a.stop()));

  private final InstanceMapper mapper;

  @Inject
  public InstanceAttributes(InstanceMapper mapper) {
    this.mapper = mapper;
  }

  /** An attribute, how it is asked for and how it is answered. */
  public record Attribute(
      String name,
      Function<DescribeInstanceAttributeRequest, @Nullable EmptyElement> asked,
      Function<Answer, DescribeInstanceAttributeResponse> answer) {}

  /** The one attribute that is asked for. */
  public static Attribute asked(DescribeInstanceAttributeRequest request) {
    List<Attribute> asked = ALL.stream().filter(a -> a.asked().apply(request) != null).toList();
    if (asked.size() == 1) {
      return asked.get(0);
    }
    if (asked.size() > 1) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION, "Ask for one attribute at a time.");
    }
    if (request.attribute == null) {
      throw Wording.missing("Attribute");
    }
    throw Wording.invalid(
        "Attribute",
        request.attribute,
        "There are: " + ALL.stream().map(Attribute::name).collect(Collectors.joining(", ")) + ".");
  }

  public DescribeInstanceAttributeResponse show(Instance instance, Attribute attribute) {
    DescribeInstanceAttributeResponse response = new DescribeInstanceAttributeResponse();
    response.instanceId = instance.id();
    List<NetworkInterface> interfaces =
        mapper.belongings(instance.accountId(), List.of(instance)).interfaces(instance);
    return attribute.answer().apply(new Answer(instance, interfaces, response));
  }

  private static NullableAttributeValue value(@Nullable String text) {
    NullableAttributeValue value = new NullableAttributeValue();
    value.value = text;
    return value;
  }

  private static NullableAttributeBooleanValue value(boolean on) {
    NullableAttributeBooleanValue value = new NullableAttributeBooleanValue();
    value.value = on;
    return value;
  }

  /** Fills in one attribute. */
  record Answer(
      Instance instance,
      List<NetworkInterface> interfaces,
      DescribeInstanceAttributeResponse response) {

    DescribeInstanceAttributeResponse type() {
      response.instanceType = value(instance.instanceType());
      return response;
    }

    DescribeInstanceAttributeResponse kernel() {
      response.kernel = value(instance.launch().kernelId());
      return response;
    }

    DescribeInstanceAttributeResponse ramdisk() {
      response.ramdisk = value(instance.launch().ramdiskId());
      return response;
    }

    DescribeInstanceAttributeResponse userData() {
      response.userData = value(instance.launch().userData());
      return response;
    }

    DescribeInstanceAttributeResponse termination() {
      response.disableApiTermination = value(instance.launch().options().terminationRefused());
      return response;
    }

    DescribeInstanceAttributeResponse stop() {
      response.disableApiStop = value(instance.launch().options().stopRefused());
      return response;
    }

    DescribeInstanceAttributeResponse shutdown() {
      response.instanceInitiatedShutdownBehavior =
          value(instance.wish().shutdownBehavior().wireName());
      return response;
    }

    DescribeInstanceAttributeResponse rootDevice() {
      response.rootDeviceName = value(instance.launch().rootDeviceName());
      return response;
    }

    /** There are no volumes. */
    DescribeInstanceAttributeResponse volumes() {
      response.blockDeviceMapping = new ArrayList<>();
      return response;
    }

    /** Nothing checks whose addresses an instance uses. */
    DescribeInstanceAttributeResponse sourceDestCheck() {
      response.sourceDestCheck = value(false);
      return response;
    }

    DescribeInstanceAttributeResponse groups() {
      List<GroupItem> groups = new ArrayList<>();
      interfaces.stream().limit(1).map(InstanceMapper::group).forEach(groups::add);
      response.groupSet = groups;
      return response;
    }

    DescribeInstanceAttributeResponse productCodes() {
      response.productCodes = new ArrayList<>();
      return response;
    }

    DescribeInstanceAttributeResponse ebsOptimized() {
      response.ebsOptimized = value(false);
      return response;
    }

    DescribeInstanceAttributeResponse sriov() {
      response.sriovNetSupport = value(null);
      return response;
    }

    DescribeInstanceAttributeResponse ena() {
      response.enaSupport = value(false);
      return response;
    }

    DescribeInstanceAttributeResponse enclaves() {
      response.enclaveOptions = new EnclaveOptionsItem();
      response.enclaveOptions.enabled = false;
      return response;
    }
  }
}

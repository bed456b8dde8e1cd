package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.AttributeBooleanValue;
import cloud.jarrah.api.ec2.AttributeValue;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.api.ec2.SecurityGroupId;
import cloud.jarrah.platform.actions.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one attribute that a request changes, whichever of the API's two ways it was named in: {@code
 * Attribute=kernel&Value=aki-1} or {@code Kernel.Value=aki-1}.
 *
 * @param values one; of {@code groupSet} all
 */
record WantedAttribute(String name, List<String> values) {

  static WantedAttribute of(ModifyInstanceAttributeRequest request) {
    List<WantedAttribute> wanted = new ArrayList<>();
    add(wanted, "instanceType", request.instanceType);
    add(wanted, "kernel", request.kernel);
    add(wanted, "ramdisk", request.ramdisk);
    add(wanted, "userData", request.userData);
    add(wanted, "disableApiTermination", request.disableApiTermination);
    add(wanted, "instanceInitiatedShutdownBehavior", request.instanceInitiatedShutdownBehavior);
    add(wanted, "sourceDestCheck", request.sourceDestCheck);
    add(wanted, "ebsOptimized", request.ebsOptimized);
    add(wanted, "sriovNetSupport", request.sriovNetSupport);
    add(wanted, "disableApiStop", request.disableApiStop);
    add(wanted, "enaSupport", request.enaSupport);
    if (!request.groupSet.isEmpty()) {
      wanted.add(new WantedAttribute("groupSet", groups(request.groupSet)));
    }
    if (request.attribute != null) {
      wanted.add(new WantedAttribute(request.attribute, List.of(required(request.value))));
    } else if (request.value != null) {
      throw Wording.missing("Attribute");
    }
    return single(wanted);
  }

  private static WantedAttribute single(List<WantedAttribute> wanted) {
    if (wanted.isEmpty()) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION, "The request names no attribute.");
    }
    if (wanted.size() > 1) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "Change one attribute at a time; the request names "
              + wanted.stream()
                  .map(attribute -> Wording.shown(attribute.name()))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return wanted.get(0);
  }

  private static void add(
      List<WantedAttribute> wanted, String name, @Nullable AttributeValue value) {
    if (value != null) {
      wanted.add(new WantedAttribute(name, List.of(required(value.value))));
    }
  }

  private static void add(
      List<WantedAttribute> wanted, String name, @Nullable AttributeBooleanValue value) {
    if (value != null) {
      String text = value.value == null ? null : value.value.toString();
      wanted.add(new WantedAttribute(name, List.of(required(text))));
    }
  }

  private static List<String> groups(List<SecurityGroupId> groups) {
    return groups.stream().map(group -> Objects.requireNonNullElse(group.groupId, "")).toList();
  }

  private static String required(@Nullable String value) {
    if (value == null) {
      throw Wording.missing("Value");
    }
    return value;
  }

  String value() {
    return values.get(0);
  }

  boolean on() {
    return switch (value().toLowerCase(java.util.Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("It must be true or false.");
    };
  }

  /** The value is not one that the attribute can have. */
  ApiException wrong(String expected) {
    return Wording.invalid(name, value(), expected);
  }

  /** The attribute exists in EC2, but cannot have this value here. */
  ApiException unsupported(String instead) {
    return new ApiException(
        ErrorCode.UNSUPPORTED_OPERATION,
        "The attribute "
            + name
            + " cannot be set to '"
            + Wording.shown(value())
            + "' here. "
            + instead);
  }
}

package cloud.jarrah.idformats.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.IdFormatItem;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of resources whose ids were once short, and what is said about them. */
public final class IdFormats {
  /** When EC2 itself stopped to let its users choose. */
  private static final Instant DEADLINE = Instant.parse("2018-07-01T00:00:00Z");

  private static final Pattern PRINCIPAL =
      Pattern.compile("arn:aws:iam::([0-9]{12}):(root|(user|role)/[\\w+=,.@/-]{1,576})");

  private static final List<String> RESOURCES =
      List.of(
          "bundle",
          "conversion-task",
          "customer-gateway",
          "dhcp-options",
          "elastic-ip-allocation",
          "elastic-ip-association",
          "export-task",
          "flow-log",
          "image",
          "import-task",
          "instance",
          "internet-gateway",
          "network-acl",
          "network-acl-association",
          "network-interface",
          "network-interface-attachment",
          "prefix-list",
          "reservation",
          "route-table",
          "route-table-association",
          "security-group",
          "snapshot",
          "subnet",
          "subnet-cidr-block-association",
          "volume",
          "vpc",
          "vpc-cidr-block-association",
          "vpc-endpoint",
          "vpc-peering-connection",
          "vpn-connection",
          "vpn-gateway");

  private IdFormats() {}

  public static List<IdFormatItem> all() {
    return RESOURCES.stream().map(IdFormats::item).toList();
  }

  /** Of one kind of resource, or of all if none is named. */
  public static List<IdFormatItem> of(@Nullable String resource) {
    return resource == null ? all() : of(List.of(resource));
  }

  /** Of the kinds named. */
  public static List<IdFormatItem> of(Collection<String> resources) {
    return resources.stream().map(IdFormats::require).distinct().map(IdFormats::item).toList();
  }

  private static String require(String resource) {
    if (!RESOURCES.contains(resource)) {
      throw Wording.invalid(
          "Resource", resource, "There are: " + String.join(", ", RESOURCES) + ".");
    }
    return resource;
  }

  private static IdFormatItem item(String resource) {
    IdFormatItem item = new IdFormatItem();
    item.deadline = DEADLINE;
    item.resource = resource;
    item.useLongIds = true;
    return item;
  }

  /** Somebody of the caller's own account, or {@code all} of it. */
  public static void requirePrincipal(@Nullable String arn, Caller caller) {
    if (arn == null || arn.isEmpty()) {
      throw Wording.missing("PrincipalArn");
    }
    var form = PRINCIPAL.matcher(arn);
    boolean own = form.matches() && form.group(1).equals(caller.accountId());
    if (!own && !arn.equals("all")) {
      throw Wording.invalid(
          "PrincipalArn", arn, "It must be the ARN of a user or a role of your account.");
    }
  }

  /** Long ids are what there is; short ones cannot be had. */
  public static void requireLong(@Nullable String resource, @Nullable Boolean useLongIds) {
    if (resource == null) {
      throw Wording.missing("Resource");
    }
    if (useLongIds == null) {
      throw Wording.missing("UseLongIds");
    }
    if (!resource.equals("all-current")) {
      require(resource);
    }
    if (!useLongIds) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_OPERATION,
          "UseLongIds cannot be false: there are no short ids any more.");
    }
  }
}

package cloud.jarrah.instancetypes.control;

import cloud.jarrah.api.admin.InstanceTypeSettings;
import cloud.jarrah.api.admin.ListInstanceTypesResponse.InstanceType;
import cloud.jarrah.instancetypes.entity.OfferedType;
import cloud.jarrah.platform.actions.Wording;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What administrators may make of instance types, and how they see them. */
public final class AdministeredTypes {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.[a-z0-9][a-z0-9-]*");
  private static final int LONGEST_NAME = 32;
  private static final int MOST_VCPUS = 1024;
  private static final int MOST_MEMORY_MIB = 1 << 25;
  private static final int MOST_DISK_GIB = 1 << 16;

  private AdministeredTypes() {}

  public static String checkName(@Nullable String name) {
    if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw Wording.invalid(
          "name",
          name,
          "It must be family.size in lower case letters, digits and hyphens, at most "
              + LONGEST_NAME
              + " characters.");
    }
    return name;
  }

  public static InstanceTypeSettings check(InstanceTypeSettings wanted) {
    check("vcpus", wanted.vcpus(), MOST_VCPUS);
    check("memoryMib", wanted.memoryMib(), MOST_MEMORY_MIB);
    check("diskGib", wanted.diskGib(), MOST_DISK_GIB);
    return wanted;
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw Wording.invalid(name, Integer.toString(value), "It must be from 1 to " + most + ".");
    }
  }

  public static void offer(OfferedType type, InstanceTypeSettings wanted) {
    type.offer(
        wanted.vcpus(),
        wanted.memoryMib(),
        wanted.diskGib(),
        !Boolean.FALSE.equals(wanted.enabled()));
  }

  public static InstanceType shown(OfferedType type) {
    return new InstanceType(
        type.name(), type.vcpus(), type.memoryMib(), type.diskGib(), type.enabled());
  }
}

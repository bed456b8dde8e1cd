package cloud.jarrah.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * What instances of a type get.
 *
 * @param enabled whether instances can be launched with it; absent: yes
 */
public record InstanceTypeSettings(
    Integer vcpus, Integer memoryMib, Integer diskGib, @Nullable Boolean enabled) {}

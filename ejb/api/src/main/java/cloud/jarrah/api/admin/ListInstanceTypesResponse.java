package cloud.jarrah.api.admin;

import java.util.List;

/** All instance types, by name; those that are not offered too. */
public record ListInstanceTypesResponse(List<InstanceType> instanceTypes) {
  public ListInstanceTypesResponse {
    instanceTypes = List.copyOf(instanceTypes);
  }

  /**
   * One instance type.
   *
   * @param enabled whether instances can be launched with it
   */
  public record InstanceType(String name, int vcpus, int memoryMib, int diskGib, boolean enabled) {}
}

package cloud.jarrah.instancetypes.control;

import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.InstanceTypeItem;
import cloud.jarrah.platform.filters.FilterTable;
import java.util.List;
import java.util.function.Predicate;

/** The filters of DescribeInstanceTypes. */
public final class InstanceTypeFilters {
  private static final FilterTable<InstanceTypeItem> TABLE =
      new FilterTable<InstanceTypeItem>()
          .on("auto-recovery-supported", type -> type.autoRecoverySupported)
          .on("bare-metal", type -> type.bareMetal)
          .on("burstable-performance-supported", type -> type.burstablePerformanceSupported)
          .on("current-generation", type -> type.currentGeneration)
          .on("dedicated-hosts-supported", type -> type.dedicatedHostsSupported)
          .on("ebs-info.ebs-optimized-support", type -> type.ebsInfo.ebsOptimizedSupport)
          .on("free-tier-eligible", type -> type.freeTierEligible)
          .on("hibernation-supported", type -> type.hibernationSupported)
          .on("hypervisor", type -> type.hypervisor)
          .on("instance-storage-info.disk.count", type -> disk(type).count)
          .on("instance-storage-info.disk.size-in-gb", type -> disk(type).sizeInGB)
          .on(
              "instance-storage-info.encryption-support",
              type -> type.instanceStorageInfo.encryptionSupport)
          .on("instance-storage-info.nvme-support", type -> type.instanceStorageInfo.nvmeSupport)
          .on(
              "instance-storage-info.total-size-in-gb",
              type -> type.instanceStorageInfo.totalSizeInGB)
          .on("instance-storage-supported", type -> type.instanceStorageSupported)
          .on("instance-type", type -> type.instanceType)
          .on("memory-info.size-in-mib", type -> type.memoryInfo.sizeInMiB)
          .on("network-info.efa-supported", type -> type.networkInfo.efaSupported)
          .on("network-info.ena-support", type -> type.networkInfo.enaSupport)
          .on(
              "network-info.ipv4-addresses-per-interface",
              type -> type.networkInfo.ipv4AddressesPerInterface)
          .on(
              "network-info.ipv6-addresses-per-interface",
              type -> type.networkInfo.ipv6AddressesPerInterface)
          .on("network-info.ipv6-supported", type -> type.networkInfo.ipv6Supported)
          .on(
              "network-info.maximum-network-interfaces",
              type -> type.networkInfo.maximumNetworkInterfaces)
          .on("nitro-enclaves-support", type -> type.nitroEnclavesSupport)
          .on("nitro-tpm-support", type -> type.nitroTpmSupport)
          .onAny(
              "processor-info.supported-architecture",
              type -> type.processorInfo.supportedArchitectures)
          .onAny("supported-boot-mode", type -> type.supportedBootModes)
          .onAny("supported-root-device-type", type -> type.supportedRootDeviceTypes)
          .onAny("supported-usage-class", type -> type.supportedUsageClasses)
          .onAny("supported-virtualization-type", type -> type.supportedVirtualizationTypes)
          .on("vcpu-info.default-cores", type -> type.vCpuInfo.defaultCores)
          .on("vcpu-info.default-threads-per-core", type -> type.vCpuInfo.defaultThreadsPerCore)
          .on("vcpu-info.default-vcpus", type -> type.vCpuInfo.defaultVCpus);

  private InstanceTypeFilters() {}

  private static cloud.jarrah.api.ec2.DiskInfoItem disk(InstanceTypeItem type) {
    return type.instanceStorageInfo.disks.get(0);
  }

  public static Predicate<InstanceTypeItem> compile(List<Filter> filters) {
    return TABLE.compile(filters);
  }
}

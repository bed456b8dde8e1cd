package cloud.jarrah.instancetypes.control;

import cloud.jarrah.api.ec2.DiskInfoItem;
import cloud.jarrah.api.ec2.EbsInfoItem;
import cloud.jarrah.api.ec2.InstanceStorageInfoItem;
import cloud.jarrah.api.ec2.InstanceTypeItem;
import cloud.jarrah.api.ec2.MemoryInfoItem;
import cloud.jarrah.api.ec2.NetworkInfoItem;
import cloud.jarrah.api.ec2.ProcessorInfoItem;
import cloud.jarrah.api.ec2.VCpuInfoItem;
import java.util.List;

/** Shows instance types as the public API does; what is not known of them is left out. */
public final class InstanceTypeItems {
  private static final String NOT_HERE = "unsupported";
  private static final long GIB = 1L << 30;
  private static final long GB = 1_000_000_000;

  private InstanceTypeItems() {}

  public static InstanceTypeItem of(OfferedTypes.Type type) {
    InstanceTypeItem item = new InstanceTypeItem();
    item.instanceType = type.name();
    item.currentGeneration = true;
    item.freeTierEligible = false;
    item.supportedUsageClasses.add("on-demand");
    item.supportedRootDeviceTypes.add("instance-store");
    item.supportedVirtualizationTypes.add("hvm");
    item.bareMetal = false;
    item.hypervisor = "kvm";
    item.processorInfo = new ProcessorInfoItem();
    item.processorInfo.supportedArchitectures.add("x86_64");
    item.vCpuInfo = processors(type);
    item.memoryInfo = new MemoryInfoItem();
    item.memoryInfo.sizeInMiB = type.memoryMib();
    item.instanceStorageSupported = true;
    item.instanceStorageInfo = storage(type);
    item.ebsInfo = new EbsInfoItem();
    item.ebsInfo.ebsOptimizedSupport = NOT_HERE;
    item.networkInfo = network();
    item.hibernationSupported = false;
    item.burstablePerformanceSupported = false;
    item.dedicatedHostsSupported = false;
    item.autoRecoverySupported = true;
    item.supportedBootModes.addAll(List.of("legacy-bios"));
    item.nitroEnclavesSupport = NOT_HERE;
    item.nitroTpmSupport = NOT_HERE;
    return item;
  }

  /** Guests see every vCPU as a core of its own. */
  private static VCpuInfoItem processors(OfferedTypes.Type type) {
    VCpuInfoItem item = new VCpuInfoItem();
    item.defaultVCpus = type.vcpus();
    item.defaultCores = type.vcpus();
    item.defaultThreadsPerCore = 1;
    return item;
  }

  /** One disk, which is the root; in full GB, as the field's name says. */
  private static InstanceStorageInfoItem storage(OfferedTypes.Type type) {
    DiskInfoItem disk = new DiskInfoItem();
    disk.sizeInGB = type.diskGib() * GIB / GB;
    disk.count = 1;
    InstanceStorageInfoItem item = new InstanceStorageInfoItem();
    item.totalSizeInGB = disk.sizeInGB;
    item.disks.add(disk);
    item.nvmeSupport = NOT_HERE;
    item.encryptionSupport = NOT_HERE;
    return item;
  }

  private static NetworkInfoItem network() {
    NetworkInfoItem item = new NetworkInfoItem();
    item.maximumNetworkInterfaces = 1;
    item.ipv4AddressesPerInterface = 1;
    item.ipv6AddressesPerInterface = 0;
    item.ipv6Supported = false;
    item.enaSupport = NOT_HERE;
    item.efaSupported = false;
    return item;
  }
}

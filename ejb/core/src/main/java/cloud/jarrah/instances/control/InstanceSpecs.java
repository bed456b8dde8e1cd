package cloud.jarrah.instances.control;

import cloud.jarrah.images.control.LaunchImages;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.LaunchSpecification;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.node.InstanceMetadata;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.zones.control.Zones;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down for a host everything it needs to run an instance. */
@Singleton
public class InstanceSpecs {
  /** Longer than any launch may take, so that a repeated command's addresses still work. */
  private static final Duration IMAGE_ADDRESS_VALID = Duration.ofHours(1);

  private final LaunchImages images;
  private final NetworkInterfaces interfaces;
  private final Zones zones;

  @Inject
  public InstanceSpecs(LaunchImages images, NetworkInterfaces interfaces, Zones zones) {
    this.images = images;
    this.interfaces = interfaces;
    this.zones = zones;
  }

  /** The network interfaces of instances. */
  @Singleton
  public static class NetworkInterfaces {
    private final NetworkRepository networks;
    private final AddressBook addresses;

    @Inject
    public NetworkInterfaces(NetworkRepository networks, AddressBook addresses) {
      this.networks = networks;
      this.addresses = addresses;
    }

    Map<String, List<NetworkInterface>> of(Collection<String> instanceIds) {
      return networks.attachedTo(instanceIds).stream()
          .collect(Collectors.groupingBy(NetworkInterface::attachedTo));
    }

    List<InstanceSpec.Port> ports(Instance instance, List<NetworkInterface> nics) {
      int prefix = addresses.prefixLength(instance.zone());
      return nics.stream()
          .map(nic -> new InstanceSpec.Port(nic.id(), nic.mac(), nic.address(), prefix))
          .toList();
    }
  }

  /** The interfaces of many instances, by instance. */
  Map<String, List<NetworkInterface>> interfaces(Collection<String> instanceIds) {
    return interfaces.of(instanceIds);
  }

  InstanceSpec of(Instance instance, List<NetworkInterface> nics) {
    LaunchSpecification launch = instance.launch();
    return new InstanceSpec(
        instance.id(),
        instance.demand().cores(),
        instance.demand().memoryMib(),
        instance.demand().diskGib(),
        images.source(launch.imageId(), IMAGE_ADDRESS_VALID),
        source(launch.kernelId()),
        source(launch.ramdiskId()),
        interfaces.ports(instance, nics),
        metadata(instance, nics),
        launch.userData());
  }

  private InstanceSpec.@Nullable ImageSource source(@Nullable String imageId) {
    return imageId == null ? null : images.source(imageId, IMAGE_ADDRESS_VALID);
  }

  private InstanceMetadata metadata(Instance instance, List<NetworkInterface> nics) {
    LaunchSpecification launch = instance.launch();
    return new InstanceMetadata(
        instance.accountId(),
        instance.origin().reservationId(),
        instance.origin().launchIndex(),
        launch.imageId(),
        launch.kernelId(),
        launch.ramdiskId(),
        instance.instanceType(),
        launch.architecture(),
        zones.region(),
        instance.zone(),
        nics.isEmpty() ? instance.id() : HostNames.privateName(nics.get(0).address()),
        instance.runs().launchedAt().toString(),
        nics.stream().map(NetworkInterface::groupName).distinct().toList(),
        launch.keyName(),
        launch.publicKey());
  }
}

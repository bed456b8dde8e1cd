package cloud.jarrah.networks.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.networks.entity.Cidr;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.networks.entity.NetworkInterface.Owner;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.networks.entity.Subnet;
import cloud.jarrah.networks.entity.SubnetAddress;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Gives out network interfaces with addresses and takes them back. */
@Singleton
public class AddressBook {
  private final NetworkRepository networks;
  private final NetworksConfiguration configuration;
  private final Ids ids;
  private final DatabaseTime time;
  private final Tags tags;
  private final AddressStock stock;

  @Inject
  public AddressBook(
      NetworkRepository networks,
      NetworksConfiguration configuration,
      Ids ids,
      DatabaseTime time,
      Tags tags,
      AddressStock stock) {
    this.networks = networks;
    this.configuration = configuration;
    this.ids = ids;
    this.time = time;
    this.tags = tags;
    this.stock = stock;
  }

  /** Makes the zone's subnet as configured, unless there is one. */
  public void ensureSubnet(String zone) {
    if (networks.subnet(zone).isEmpty()) {
      Cidr range = configuration.subnet();
      networks.add(
          new Subnet(
              ids.next("subnet"),
              ids.next("vpc"),
              zone,
              range,
              range.at(configuration.firstOffset()),
              range.lastUsable() - configuration.reservedAtEnd()));
    }
  }

  /** Makes an interface with an address of the zone's subnet. */
  public NetworkInterface attach(String zone, Owner owner) {
    Subnet subnet =
        networks
            .subnet(zone)
            .orElseThrow(() -> new IllegalStateException("zone " + zone + " has no subnet"));
    SubnetAddress address = takeAddress(subnet);
    String id = ids.next("eni");
    address.take(id);
    stock.taken(subnet, address);
    NetworkInterface made =
        new NetworkInterface(
            id, owner, subnet, mac(address.address()), Cidr.dotted(address.address()), time.now());
    networks.add(made);
    return made;
  }

  private SubnetAddress takeAddress(Subnet subnet) {
    return networks.lockFree(subnet).orElseGet(() -> grow(subnet));
  }

  /** Makes an address: the subnet's row is locked until the caller's transaction ends. */
  private SubnetAddress grow(Subnet subnet) {
    networks.lock(subnet);
    long next = subnet.takeNext();
    if (next < 0) {
      throw new ApiException(
          ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY,
          "No private address is left in subnet " + subnet.id() + ".");
    }
    SubnetAddress made = new SubnetAddress(next, subnet.id());
    networks.add(made);
    return made;
  }

  /** The address itself is in the hardware address, so one is unique because the other is. */
  private String mac(long address) {
    return String.format(
        Locale.ROOT,
        "%s:%02x:%02x:%02x:%02x",
        configuration.macPrefix(),
        address >> 24 & 255,
        address >> 16 & 255,
        address >> 8 & 255,
        address & 255);
  }

  /** Takes back all interfaces of a consumer. */
  public void detachAll(String attachedTo) {
    Instant now = time.now();
    for (NetworkInterface gone : networks.attachedTo(List.of(attachedTo))) {
      networks
          .address(gone.address())
          .filter(address -> gone.id().equals(address.interfaceId()))
          .ifPresent(address -> address.release(now));
      networks.remove(gone);
      tags.remove(gone.id());
    }
  }

  /** Prefix length of the zone's subnet. */
  public int prefixLength(String zone) {
    return networks.subnet(zone).map(Subnet::prefixLength).orElseThrow();
  }
}

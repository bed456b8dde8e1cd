package cloud.jarrah.networks.control;

import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.networks.entity.Subnet;
import cloud.jarrah.networks.entity.SubnetAddress;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps addresses ready that were never used. To make one, the subnet's row has to be locked until
 * the launch commits: launches would wait for each other, and one commit after another is all that
 * a database can do. Of what is ready each launch locks a row of its own.
 */
@Singleton
public class AddressStock {
  private static final int READY = 64;
  private static final int LOW = READY / 2;

  private final NetworkRepository networks;
  private final Transactions transactions;
  private final AtomicBoolean coming = new AtomicBoolean();

  @Inject
  public AddressStock(NetworkRepository networks, Transactions transactions) {
    this.networks = networks;
    this.transactions = transactions;
  }

  /**
   * Takes note of what a launch took; when little is left, more is made after the commit. Only ever
   * a hint: without it launches make what they need.
   */
  void taken(Subnet subnet, SubnetAddress address) {
    if (subnet.isAmongLast(LOW, address.address())) {
      transactions.afterCommit(() -> refill(subnet.id()));
    }
  }

  private void refill(String subnetId) {
    if (!coming.compareAndSet(false, true)) {
      return;
    }
    try {
      transactions.requiresNew(
          () -> {
            Subnet subnet = networks.lockSubnet(subnetId);
            int missing = READY - networks.countUnused(subnetId);
            for (int made = 0; made < missing; made++) {
              long next = subnet.takeNext();
              if (next < 0) {
                break;
              }
              networks.add(new SubnetAddress(next, subnetId));
            }
            return missing;
          });
    } finally {
      coming.set(false);
    }
  }
}

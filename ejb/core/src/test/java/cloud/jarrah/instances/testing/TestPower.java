package cloud.jarrah.instances.testing;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.PlacementPolicy;
import cloud.jarrah.hosts.control.PowerOrders;
import cloud.jarrah.hosts.control.PowerSaving;
import cloud.jarrah.hosts.control.PowerSettings;
import cloud.jarrah.hosts.control.StandardPolicy;
import cloud.jarrah.hosts.control.Waker;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.leases.Leases;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How the hosts of a test sleep.
 *
 * @param idle how long a host must have been
 * @param spare idle hosts that stay awake
 */
public record TestPower(boolean saving, Duration idle, int spare, Waker waker) {
  /** Nobody sleeps, nobody is woken. */
  public static final TestPower NONE =
      new TestPower(
          false,
          Duration.ZERO,
          1,
          new Waker() {
            @Override
            public void magicPacket(String mac) {
              throw new AssertionError("nobody sleeps here");
            }

            @Override
            public void switchOn(String hostId) {
              throw new AssertionError("nobody sleeps here");
            }
          });

  PlacementPolicy policy() {
    return saving ? StandardPolicy.POWERSAVE : StandardPolicy.ROUNDROBIN;
  }

  PowerSaving loop(
      TestDatabase database,
      HostStatus status,
      CommandTransport transport,
      SettableTime time,
      CountingIds ids) {
    var transactions = database.transactions();
    var entities = database.entityManager();
    Settings none = new Settings(name -> Optional.empty());
    return new PowerSaving(
        new HostRepository(entities),
        status,
        new PowerOrders(transport, transactions, ids),
        waker,
        new Leases(entities, transactions, time, ids, none),
        transactions,
        new PowerSettings(saving, idle, spare, new InetSocketAddress(9)));
  }
}

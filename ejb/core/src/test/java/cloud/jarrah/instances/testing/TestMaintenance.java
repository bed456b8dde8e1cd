package cloud.jarrah.instances.testing;

import cloud.jarrah.api.admin.DescribeHostDrainRequest;
import cloud.jarrah.api.admin.DescribeHostDrainResponse;
import cloud.jarrah.api.admin.DrainHostRequest;
import cloud.jarrah.api.admin.DrainHostResponse;
import cloud.jarrah.api.admin.HostDrainSettings;
import cloud.jarrah.api.admin.ReturnHostRequest;
import cloud.jarrah.hosts.boundary.DrainHost;
import cloud.jarrah.hosts.boundary.ReturnHost;
import cloud.jarrah.hosts.control.HostDuties;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.instances.boundary.DescribeHostDrain;
import cloud.jarrah.instances.control.Evacuation;
import cloud.jarrah.instances.control.HostDrains;
import cloud.jarrah.instances.control.InstanceWakeup;
import cloud.jarrah.instances.control.Migrating;
import cloud.jarrah.instances.control.Occupants;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.leases.Leases;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a server that take hosts out of service and back, and an administrator's verbs. */
public final class TestMaintenance {
  private final TestDatabase database;
  private final HostRepository hosts;
  private final HostStatus status;
  private final HostDuties duties;
  private final Occupants occupants;
  private final HostDrains drains;

  TestMaintenance(
      TestDatabase database,
      SettableTime time,
      CountingIds ids,
      HostStatus status,
      Migrating migrating) {
    EntityManager entities = database.entityManager();
    var transactions = database.transactions();
    this.database = database;
    this.status = status;
    hosts = new HostRepository(entities);
    duties = new HostDuties(hosts, time);
    InstanceRepository instances = new InstanceRepository(entities);
    MigrationRepository migrations = new MigrationRepository(entities);
    occupants = new Occupants(instances, migrations, migrating, status);
    Evacuation evacuation =
        new Evacuation(
            duties,
            migrating,
            instances,
            migrations,
            TestCloud.LIMITS,
            new InstanceWakeup(transactions, () -> {}),
            status);
    Settings none = new Settings(name -> Optional.empty());
    Leases leases = new Leases(entities, transactions, time, ids, none);
    drains = new HostDrains(duties, occupants, evacuation, status, leases, transactions);
  }

  public DrainHostResponse drain(String hostId, @Nullable String rest) {
    return run(
        new DrainHost(hosts, status), new DrainHostRequest(hostId, new HostDrainSettings(rest)));
  }

  public void returns(String hostId) {
    run(new ReturnHost(hosts, status), new ReturnHostRequest(hostId));
  }

  public DescribeHostDrainResponse look(String hostId) {
    return run(new DescribeHostDrain(duties, occupants), new DescribeHostDrainRequest(hostId));
  }

  /** What the timer does. */
  public void goOn() {
    drains.goOn();
  }

  private <Q, A> A run(Action<Q, A> action, Q request) {
    return Actions.run(database, action, request, Callers.ADMINISTRATOR);
  }
}

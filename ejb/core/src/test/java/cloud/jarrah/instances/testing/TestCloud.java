package cloud.jarrah.instances.testing;

import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.api.admin.RemoveHostRequest;
import cloud.jarrah.api.admin.RemoveHostResponse;
import cloud.jarrah.hosts.boundary.RemoveHost;
import cloud.jarrah.hosts.control.Acknowledgements;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.control.Heartbeats;
import cloud.jarrah.hosts.control.HostLossListener;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.PowerSaving;
import cloud.jarrah.hosts.control.ReportIntake;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.instances.control.Holdings;
import cloud.jarrah.instances.control.InstanceCommands;
import cloud.jarrah.instances.control.InstanceTimeLimits;
import cloud.jarrah.instances.control.InstanceWakeup;
import cloud.jarrah.instances.control.LostHosts;
import cloud.jarrah.instances.control.Migrating;
import cloud.jarrah.instances.control.Mover;
import cloud.jarrah.instances.control.Reconciler;
import cloud.jarrah.instances.control.ScreenshotWait;
import cloud.jarrah.instances.control.Screenshots;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.nodes.TestOutbox;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cloud's own parts, put together by hand. Everything that a server process holds in memory is
 * in here: to crash the server is to make a new one on the same database.
 */
public final class TestCloud {
  public static final InstanceTimeLimits LIMITS =
      new InstanceTimeLimits(Duration.ofMinutes(10), Duration.ofMinutes(3), Duration.ofMinutes(3));

  private final TestDatabase database;
  private final Reconciler reconciler;
  private final CommandOutbox outbox;
  private final Heartbeats heartbeats;
  private final Acknowledgements acks;
  private final ReportIntake intake;
  private final Dispatcher dispatcher;
  private final HostRepository hosts;
  private final HostStatus status;
  private final HostLossListener losses;
  private final InstanceRepository instances;
  private final AddressBook addresses;
  private final MigrationRepository migrations;
  private final Migrating migrating;
  private final Screenshots screenshots;
  private final Runnable hostWatch;
  private final TestMaintenance maintenance;
  private final PowerSaving powerSaving;
  private final TestPower power;

  /** A server process on a database. */
  public TestCloud(
      TestDatabase database,
      SettableTime time,
      CountingIds ids,
      CommandTransport transport,
      ScreenshotWait.Pause pause,
      Fence fence,
      TestPower power) {
    this.database = database;
    this.power = power;
    EntityManager entities = database.entityManager();
    var transactions = database.transactions();
    hosts = new HostRepository(entities);
    instances = new InstanceRepository(entities);
    migrations = new MigrationRepository(entities);
    Tags tags = new Tags(new TagRepository(entities));
    status = new HostStatus(hosts, new ListenerRepository(entities), time);
    addresses = TestParts.addressBook(entities, transactions, ids, time, tags);
    GroupSeats seats = new GroupSeats(new GroupHostRepository(entities));
    Placement placement = TestParts.placement(entities, hosts, seats, time, power.policy());
    outbox = TestOutbox.create(entities, transport, status, transactions, time, ids);
    InstanceWakeup wakeup = new InstanceWakeup(transactions, () -> {});
    Holdings holdings = TestParts.holdings(database, placement, addresses, tags);
    losses = new LostHosts(instances, migrations, holdings, LIMITS, status);
    migrating =
        new Migrating(
            instances, migrations, placement, TestParts.groups(entities), wakeup, ids, status);
    InstanceCommands commands = TestParts.commands(entities, addresses, outbox);
    reconciler =
        new Reconciler(
            instances,
            new Mover(migrations, commands, outbox, placement, status),
            commands,
            holdings,
            status,
            transactions,
            Metrics.NONE);
    hostWatch = TestParts.hostWatch(database, hosts, instances, fence, time, ids);
    maintenance = new TestMaintenance(database, time, ids, status, migrating);
    powerSaving = power.loop(database, status, transport, time, ids);
    heartbeats = new Heartbeats(hosts, transport, transactions, time, ids);
    screenshots = TestParts.screenshots(entities, outbox, wakeup, transactions, time, ids);
    var seen = TestParts.observations(database, instances, outbox, screenshots, time);
    acks = TestParts.acknowledgements(transport, ids);
    var back = TestParts.readmission(database, seen, transport, time, ids);
    intake = TestParts.intake(database, hosts, heartbeats, acks, seen, back, time);
    dispatcher =
        new TestActions(database, time, ids, status)
            .dispatcher(placement, seats, holdings, tags, transport, screenshots, pause);
  }

  public Heartbeats heartbeats() {
    return heartbeats;
  }

  /** A host as administrators see it. */
  public ListHostsResponse.Host shownHost(String id) {
    return listHosts().hosts().stream()
        .filter(host -> host.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** One figure of the database. */
  public long figure(String query) {
    return database.entityManager().createQuery(query, Number.class).getSingleResult().longValue();
  }

  public Screenshots screenshots() {
    return screenshots;
  }

  /** Adds a host row, as enrolment would. */
  public void addHost(String id, SettableTime time) {
    database.transactions().run(() -> hosts.add(new Host(id, id, NamedFixtures.ZONE, time.now())));
  }

  /** The host enrols again, as with a new token. */
  public void enrolAgain(String id, SettableTime time) {
    database.transactions().run(() -> hosts.lock(id).orElseThrow().enrolAgain(time.now()));
  }

  /** An administrator removes the host. */
  public void removeHost(String id, boolean force) {
    removeHost(id, force, () -> {});
  }

  /** The same, and something comes between the check and the change. */
  public void removeHost(String id, boolean force, Runnable meanwhile) {
    Action<RemoveHostRequest, RemoveHostResponse> action = new RemoveHost(hosts, losses, status);
    database
        .transactions()
        .requiresNew(
            () -> {
              var prepared = action.prepare(new RemoveHostRequest(id, force), Callers.ALICE);
              meanwhile.run();
              return prepared.apply().get();
            });
  }

  /** An administrator says that the host is off. */
  public void confirmOff(String id) {
    HostQuestions.confirmOff(database, hosts, status, id);
  }

  public ListHostsResponse listHosts() {
    return HostQuestions.list(database, hosts, status);
  }

  /** What the timers of host failures do. */
  public void watchHosts() {
    hostWatch.run();
  }

  /** What timers do every five seconds; hosts are only watched over if somebody fences them. */
  public void looksAfterHosts(boolean watched) {
    if (watched) {
      watchHosts();
    }
    maintenance.goOn();
    if (!power.equals(TestPower.NONE)) {
      powerSaving.goOn();
    }
  }

  /** Hosts are taken out of service and back. */
  public TestMaintenance maintenance() {
    return maintenance;
  }

  public void addSubnet() {
    database.transactions().run(() -> addresses.ensureSubnet(NamedFixtures.ZONE));
  }

  public int reconcile() {
    return reconciler.reconcileDue();
  }

  public int publish() {
    return outbox.publishDue();
  }

  public CommandOutbox outbox() {
    return outbox;
  }

  public void flushHeartbeats() {
    if (heartbeats.flush()) {
      acks.flush();
    }
  }

  public void receive(String hostId, String report) {
    intake.receive(hostId, report);
  }

  public Dispatcher dispatcher() {
    return dispatcher;
  }

  public HostRepository hosts() {
    return hosts;
  }

  public MigrationRepository migrations() {
    return migrations;
  }

  /** An administrator has an instance moved. */
  public Migration migrate(String id, @Nullable String hostId) {
    return database.transactions().requiresNew(() -> migrating.begin(id, hostId, "r-admin"));
  }

  public InstanceRepository instances() {
    return instances;
  }
}

package cloud.jarrah.instances.testing;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.admin.RemoveHostRequest;
import cloud.jarrah.hosts.boundary.RemoveHost;
import cloud.jarrah.hosts.control.Acknowledgements;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.control.Heartbeats;
import cloud.jarrah.hosts.control.HostLossListener;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.ReportIntake;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.instances.boundary.DescribeInstanceStatus;
import cloud.jarrah.instances.boundary.DescribeInstances;
import cloud.jarrah.instances.boundary.GetConsoleOutput;
import cloud.jarrah.instances.boundary.RebootInstances;
import cloud.jarrah.instances.boundary.RunInstances;
import cloud.jarrah.instances.boundary.StartInstances;
import cloud.jarrah.instances.boundary.StopInstances;
import cloud.jarrah.instances.boundary.TerminateInstances;
import cloud.jarrah.instances.control.InstanceChanges;
import cloud.jarrah.instances.control.InstanceCommands;
import cloud.jarrah.instances.control.InstanceFilters;
import cloud.jarrah.instances.control.InstanceMapper;
import cloud.jarrah.instances.control.InstanceSpecs;
import cloud.jarrah.instances.control.InstanceStatuses;
import cloud.jarrah.instances.control.InstanceTimeLimits;
import cloud.jarrah.instances.control.InstanceWakeup;
import cloud.jarrah.instances.control.LaunchTags;
import cloud.jarrah.instances.control.Launcher;
import cloud.jarrah.instances.control.LostHosts;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.Reconciler;
import cloud.jarrah.instances.control.ScreenshotWait;
import cloud.jarrah.instances.control.Screenshots;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.control.AddressStock;
import cloud.jarrah.networks.control.NetworksConfiguration;
import cloud.jarrah.networks.entity.Cidr;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.placementgroups.boundary.CreatePlacementGroup;
import cloud.jarrah.placementgroups.boundary.DeletePlacementGroup;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.ActionJournal;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Authorisation;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.nodes.TestOutbox;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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
  private final HostLossListener losses;
  private final InstanceRepository instances;
  private final AddressBook addresses;
  private final Screenshots screenshots;

  /** A server process on a database. */
  public TestCloud(
      TestDatabase database,
      SettableTime time,
      CountingIds ids,
      CommandTransport transport,
      ScreenshotWait.Pause pause) {
    this.database = database;
    EntityManager entities = database.entityManager();
    var transactions = database.transactions();
    hosts = new HostRepository(entities);
    instances = new InstanceRepository(entities);
    NetworkRepository networks = new NetworkRepository(entities);
    Tags tags = new Tags(new TagRepository(entities));
    HostStatus status = new HostStatus(hosts, time);
    addresses = addressBook(networks, transactions, ids, time, tags);
    GroupSeats seats = new GroupSeats(new GroupHostRepository(entities));
    Placement placement = TestParts.placement(entities, hosts, seats, time);
    PlacementGroupRepository groups = new PlacementGroupRepository(entities);
    outbox = TestOutbox.create(entities, transport, status, transactions, time, ids);
    InstanceWakeup wakeup = new InstanceWakeup(transactions, () -> {});
    NamedFixtures fixtures = new NamedFixtures();
    var interfaces = new InstanceSpecs.NetworkInterfaces(networks, addresses);
    Reconciler.Holdings holdings = TestParts.holdings(placement, addresses, tags, entities);
    losses = new LostHosts(instances, holdings, LIMITS, time);
    reconciler =
        new Reconciler(
            instances,
            new InstanceCommands(outbox, new InstanceSpecs(fixtures, interfaces, fixtures), LIMITS),
            outbox,
            holdings,
            status,
            transactions,
            Metrics.NONE);
    heartbeats = new Heartbeats(hosts, transport, transactions, time, ids);
    screenshots = TestParts.screenshots(entities, outbox, wakeup, transactions, time, ids);
    var seen = TestParts.observations(database, instances, outbox, screenshots, time);
    acks = TestParts.acknowledgements(transport, ids);
    intake = new ReportIntake(hosts, heartbeats, acks, seen, transactions, time, Metrics.NONE);
    InstanceMapper mapper = new InstanceMapper(networks, tags);
    NamedInstances named = new NamedInstances(instances);
    InstanceChanges changes = new InstanceChanges(placement, status, LIMITS, wakeup);
    PlacementGroupItems items = new PlacementGroupItems(new Arns(() -> "jarrah-1"));
    List<Action<?, ?>> handlers =
        List.of(
            new RunInstances(
                TestParts.templates(entities),
                TestParts.requests(fixtures, groups, seats, entities),
                new Launcher(instances, placement, addresses, LIMITS, wakeup, ids, time),
                new LaunchTags(tags, networks),
                mapper),
            new CreatePlacementGroup(groups, ids, time, tags, items),
            new DeletePlacementGroup(groups, seats, tags, items));
    dispatcher =
        dispatcher(
            Stream.of(
                    handlers,
                    changing(named, changes),
                    questions(named, mapper, status),
                    TestParts.attributes(entities, named, fixtures, mapper),
                    TestParts.toGuests(
                        named, status, transport, transactions, ids, screenshots, pause))
                .flatMap(List::stream)
                .toList(),
            transactions);
  }

  private static List<Action<?, ?>> changing(NamedInstances named, InstanceChanges changes) {
    return List.of(
        new TerminateInstances(named, changes),
        new StopInstances(named, changes),
        new StartInstances(named, changes),
        new RebootInstances(named, changes));
  }

  private List<Action<?, ?>> questions(
      NamedInstances named, InstanceMapper mapper, HostStatus status) {
    Paging paging = new Paging(TestKeys.fixed());
    return List.of(
        new GetConsoleOutput(named, instances),
        new DescribeInstanceStatus(named, instances, new InstanceStatuses(status), paging),
        new DescribeInstances(named, instances, new InstanceFilters(), mapper, paging));
  }

  private static AddressBook addressBook(
      NetworkRepository networks,
      Transactions transactions,
      CountingIds ids,
      SettableTime time,
      Tags tags) {
    return new AddressBook(
        networks,
        new NetworksConfiguration(Cidr.parse("10.180.0.0/16"), 256, 256, "d0:0d"),
        ids,
        time,
        tags,
        new AddressStock(networks, transactions));
  }

  private static Dispatcher dispatcher(List<Action<?, ?>> handlers, Transactions transactions) {
    return new Dispatcher(
        new ActionCatalogue(handlers),
        new Authorisation(),
        (caller, charges) -> {},
        new ForgetfulJournal(),
        transactions);
  }

  /** Action events are not what these tests are about. */
  private static final class ForgetfulJournal implements ActionJournal {
    @Override
    public void applied(
        ActionCatalogue.Entry entry, Invocation invocation, List<String> resources) {
      // not kept
    }

    @Override
    public void refused(ActionCatalogue.Entry entry, Invocation invocation, ApiException refusal) {
      // not kept
    }
  }

  public Heartbeats heartbeats() {
    return heartbeats;
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
    Actions.run(
        database, new RemoveHost(hosts, losses), new RemoveHostRequest(id, force), Callers.ALICE);
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
    acks.flush();
    heartbeats.flush();
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

  public InstanceRepository instances() {
    return instances;
  }
}

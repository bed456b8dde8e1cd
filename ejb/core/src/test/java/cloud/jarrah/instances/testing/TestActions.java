package cloud.jarrah.instances.testing;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.instances.boundary.DescribeInstanceStatus;
import cloud.jarrah.instances.boundary.DescribeInstances;
import cloud.jarrah.instances.boundary.GetConsoleOutput;
import cloud.jarrah.instances.boundary.RebootInstances;
import cloud.jarrah.instances.boundary.RunInstances;
import cloud.jarrah.instances.boundary.StartInstances;
import cloud.jarrah.instances.boundary.StopInstances;
import cloud.jarrah.instances.boundary.TerminateInstances;
import cloud.jarrah.instances.control.Holdings;
import cloud.jarrah.instances.control.InstanceChanges;
import cloud.jarrah.instances.control.InstanceFilters;
import cloud.jarrah.instances.control.InstanceMapper;
import cloud.jarrah.instances.control.InstanceStatuses;
import cloud.jarrah.instances.control.InstanceWakeup;
import cloud.jarrah.instances.control.LaunchTags;
import cloud.jarrah.instances.control.Launcher;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.ScreenshotWait;
import cloud.jarrah.instances.control.Screenshots;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.placementgroups.boundary.CreatePlacementGroup;
import cloud.jarrah.placementgroups.boundary.DeletePlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.ActionJournal;
import cloud.jarrah.platform.actions.Authorisation;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.tags.control.Tags;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** All actions of these tests, behind the dispatcher that users' requests go through. */
final class TestActions {
  private final TestDatabase database;
  private final EntityManager entities;
  private final Transactions transactions;
  private final SettableTime time;
  private final CountingIds ids;
  private final HostStatus status;
  private final InstanceRepository instances;
  private final NetworkRepository networks;
  private final NamedInstances named;
  private final NamedFixtures fixtures = new NamedFixtures();

  TestActions(TestDatabase database, SettableTime time, CountingIds ids, HostStatus status) {
    this.database = database;
    this.entities = database.entityManager();
    this.transactions = database.transactions();
    this.time = time;
    this.ids = ids;
    this.status = status;
    this.instances = new InstanceRepository(entities);
    this.networks = new NetworkRepository(entities);
    this.named = new NamedInstances(instances);
  }

  Dispatcher dispatcher(
      Placement placement,
      GroupSeats seats,
      Holdings holdings,
      Tags tags,
      CommandTransport transport,
      Screenshots screenshots,
      ScreenshotWait.Pause pause) {
    InstanceWakeup wakeup = new InstanceWakeup(transactions, () -> {});
    InstanceMapper mapper = new InstanceMapper(networks, tags);
    InstanceChanges changes = new InstanceChanges(placement, status, TestCloud.LIMITS, wakeup);
    Launcher launcher =
        new Launcher(instances, placement, holdings, TestCloud.LIMITS, wakeup, ids, time);
    return dispatcher(
        Stream.of(
                launching(launcher, seats, tags, mapper),
                changing(named, changes),
                questions(named, mapper, status),
                TestParts.attributes(database, named, fixtures, mapper),
                TestParts.toGuests(named, status, transport, transactions, ids, screenshots, pause))
            .flatMap(List::stream)
            .toList(),
        transactions);
  }

  private List<Action<?, ?>> launching(
      Launcher launcher, GroupSeats seats, Tags tags, InstanceMapper mapper) {
    PlacementGroupRepository groups = new PlacementGroupRepository(entities);
    return List.of(
        new RunInstances(
            TestParts.templates(entities),
            TestParts.requests(fixtures, groups, seats, entities),
            launcher,
            new LaunchTags(tags, networks),
            mapper),
        new CreatePlacementGroup(groups, ids, time, tags, TestParts.GROUP_ITEMS),
        new DeletePlacementGroup(groups, seats, tags, TestParts.GROUP_ITEMS));
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

  private static Dispatcher dispatcher(List<Action<?, ?>> handlers, Transactions transactions) {
    return new Dispatcher(
        new ActionCatalogue(handlers),
        new Authorisation(),
        (caller, charges, moment) -> {},
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
}

package cloud.jarrah.instances.testing;

import cloud.jarrah.hosts.control.Acknowledgements;
import cloud.jarrah.hosts.control.Brokers;
import cloud.jarrah.hosts.control.Candidates;
import cloud.jarrah.hosts.control.FailureNotes;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.control.Heartbeats;
import cloud.jarrah.hosts.control.HostFailureSettings;
import cloud.jarrah.hosts.control.HostFailures;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Inventories;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.PlacementPolicy;
import cloud.jarrah.hosts.control.Readmission;
import cloud.jarrah.hosts.control.ReportIntake;
import cloud.jarrah.hosts.entity.CandidateRepository;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.instances.boundary.DescribeInstanceAttribute;
import cloud.jarrah.instances.boundary.DescribeInstanceCreditSpecifications;
import cloud.jarrah.instances.boundary.GetConsoleScreenshot;
import cloud.jarrah.instances.boundary.GetPasswordData;
import cloud.jarrah.instances.boundary.ModifyInstanceAttribute;
import cloud.jarrah.instances.boundary.ModifyInstanceMaintenanceOptions;
import cloud.jarrah.instances.boundary.MonitorInstances;
import cloud.jarrah.instances.boundary.ResetInstanceAttribute;
import cloud.jarrah.instances.boundary.SendDiagnosticInterrupt;
import cloud.jarrah.instances.boundary.UnmonitorInstances;
import cloud.jarrah.instances.control.AttributeChanges;
import cloud.jarrah.instances.control.DiagnosticInterrupts;
import cloud.jarrah.instances.control.GuestAccess;
import cloud.jarrah.instances.control.Holdings;
import cloud.jarrah.instances.control.InstanceAttributes;
import cloud.jarrah.instances.control.InstanceCommands;
import cloud.jarrah.instances.control.InstanceMapper;
import cloud.jarrah.instances.control.InstanceSpecs;
import cloud.jarrah.instances.control.InstanceTypes;
import cloud.jarrah.instances.control.InstanceUsage;
import cloud.jarrah.instances.control.InstanceWakeup;
import cloud.jarrah.instances.control.LaunchRequests;
import cloud.jarrah.instances.control.Moves;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.ObservationIntake;
import cloud.jarrah.instances.control.ScreenshotWait;
import cloud.jarrah.instances.control.Screenshots;
import cloud.jarrah.instances.control.StrandedInstances;
import cloud.jarrah.instances.control.Strangers;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.instances.entity.ScreenshotRepository;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.instancetypes.control.OfferedTypes;
import cloud.jarrah.instancetypes.entity.OfferedTypeRepository;
import cloud.jarrah.launchtemplates.control.LaunchTemplates;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.StoredLaunchTemplates;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.control.AddressStock;
import cloud.jarrah.networks.control.NetworksConfiguration;
import cloud.jarrah.networks.entity.Cidr;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.control.PlacementGroups;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.leases.Leases;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.quotas.control.UsageLedger;
import cloud.jarrah.quotas.entity.UsageRepository;
import cloud.jarrah.tags.control.Tags;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Parts of a cloud that need little more than a database. */
final class TestParts {
  static final PlacementGroupItems GROUP_ITEMS =
      new PlacementGroupItems(new Arns(() -> "jarrah-1"));

  private TestParts() {}

  static Acknowledgements acknowledgements(CommandTransport transport, CountingIds ids) {
    Brokers brokers = new Brokers(new Settings(name -> Optional.empty()));
    return new Acknowledgements(brokers, transport, ids, Clock.systemUTC());
  }

  static LaunchRequests requests(
      NamedFixtures fixtures,
      PlacementGroupRepository groups,
      GroupSeats seats,
      EntityManager entities) {
    return new LaunchRequests(
        fixtures, fixtures, fixtures, types(entities), new PlacementGroups(groups), seats);
  }

  /** Equal hosts always come in the same order, so that stories repeat. */
  static Candidates candidates(EntityManager entities, PlacementPolicy policy) {
    RandomGenerator fixed = () -> 0;
    return new Candidates(new CandidateRepository(entities), policy, () -> fixed);
  }

  static Placement placement(
      EntityManager entities,
      HostRepository hosts,
      GroupSeats seats,
      SettableTime time,
      PlacementPolicy policy) {
    return new Placement(hosts, candidates(entities, policy), seats, time, Metrics.NONE);
  }

  static AddressBook addressBook(
      EntityManager entities,
      Transactions transactions,
      CountingIds ids,
      SettableTime time,
      Tags tags) {
    NetworkRepository networks = new NetworkRepository(entities);
    return new AddressBook(
        networks,
        new NetworksConfiguration(Cidr.parse("10.180.0.0/16"), 256, 256, "d0:0d"),
        ids,
        time,
        tags,
        new AddressStock(networks, transactions));
  }

  static PlacementGroups groups(EntityManager entities) {
    return new PlacementGroups(new PlacementGroupRepository(entities));
  }

  static InstanceCommands commands(
      EntityManager entities, AddressBook addresses, CommandOutbox outbox) {
    NamedFixtures fixtures = new NamedFixtures();
    var interfaces =
        new InstanceSpecs.NetworkInterfaces(new NetworkRepository(entities), addresses);
    return new InstanceCommands(
        outbox, new InstanceSpecs(fixtures, interfaces, fixtures), TestCloud.LIMITS);
  }

  static Readmission readmission(
      TestDatabase database,
      ObservationIntake observations,
      CommandTransport transport,
      SettableTime time,
      CountingIds ids) {
    return new Readmission(observations, transport, database.transactions(), time, ids);
  }

  static ReportIntake intake(
      TestDatabase database,
      HostRepository hosts,
      Heartbeats heartbeats,
      Acknowledgements acks,
      ObservationIntake observations,
      Readmission readmission,
      SettableTime time) {
    return new ReportIntake(
        hosts,
        heartbeats,
        acks,
        observations,
        new Inventories(hosts, observations, readmission, time),
        database.transactions(),
        Metrics.NONE);
  }

  static FailureNotes notes(EntityManager entities) {
    return new FailureNotes(new ListenerRepository(entities), entities);
  }

  /** What the timers of host failures do. */
  static Runnable hostWatch(
      TestDatabase database,
      HostRepository hosts,
      InstanceRepository instances,
      Fence fence,
      SettableTime time,
      CountingIds ids) {
    EntityManager entities = database.entityManager();
    Transactions transactions = database.transactions();
    Settings none = new Settings(name -> Optional.empty());
    HostFailures failures =
        new HostFailures(
            hosts,
            notes(entities),
            fence,
            new Leases(entities, transactions, time, ids, none),
            transactions,
            time,
            HostFailureSettings.STANDARD);
    StrandedInstances stranded =
        new StrandedInstances(
            instances, new HostStatus(hosts, new ListenerRepository(entities), time), transactions);
    return () -> {
      failures.listen();
      failures.watch();
      stranded.wake();
    };
  }

  static InstanceTypes types(EntityManager entities) {
    return new InstanceTypes(new OfferedTypes(new OfferedTypeRepository(entities)));
  }

  static List<Action<?, ?>> attributes(
      TestDatabase database, NamedInstances named, NamedFixtures fixtures, InstanceMapper mapper) {
    InstanceTypes types = types(database.entityManager());
    AttributeChanges changes = new AttributeChanges(types, fixtures, usage(database));
    return List.of(
        new DescribeInstanceAttribute(named, new InstanceAttributes(mapper)),
        new ModifyInstanceAttribute(named, changes),
        new ModifyInstanceMaintenanceOptions(named),
        new ResetInstanceAttribute(named, changes),
        new MonitorInstances(named),
        new UnmonitorInstances(named),
        new GetPasswordData(named),
        new DescribeInstanceCreditSpecifications(named, new Paging(TestKeys.fixed())));
  }

  static InstanceUsage usage(TestDatabase database) {
    return new InstanceUsage(
        new UsageLedger(new UsageRepository(database.entityManager()), database.transactions()));
  }

  static Holdings holdings(
      TestDatabase database, Placement placement, AddressBook addresses, Tags tags) {
    SightingRepository memory = new SightingRepository(database.entityManager());
    return new Holdings(placement, addresses, tags, memory, usage(database));
  }

  static ObservationIntake observations(
      TestDatabase database,
      InstanceRepository instances,
      CommandOutbox outbox,
      Screenshots screenshots,
      SettableTime time) {
    Transactions transactions = database.transactions();
    return new ObservationIntake(
        instances,
        outbox,
        screenshots,
        new Strangers(
            new SightingRepository(database.entityManager()),
            outbox,
            transactions,
            time,
            Metrics.NONE),
        new Moves(instances, new MigrationRepository(database.entityManager()), outbox),
        new InstanceWakeup(transactions, () -> {}),
        time);
  }

  static Screenshots screenshots(
      EntityManager entities,
      CommandOutbox outbox,
      InstanceWakeup wakeup,
      Transactions transactions,
      SettableTime time,
      CountingIds ids) {
    ScreenshotRepository rows = new ScreenshotRepository(entities);
    return new Screenshots(rows, outbox, wakeup, transactions, time, ids);
  }

  static List<Action<?, ?>> toGuests(
      NamedInstances named,
      HostStatus status,
      CommandTransport transport,
      Transactions transactions,
      CountingIds ids,
      Screenshots screenshots,
      ScreenshotWait.Pause pause) {
    GuestAccess guests = new GuestAccess(named, status);
    return List.of(
        new SendDiagnosticInterrupt(
            guests, new DiagnosticInterrupts(status, transport, transactions, ids)),
        new GetConsoleScreenshot(guests, screenshots, new ScreenshotWait(screenshots, pause)));
  }

  static LaunchTemplates templates(EntityManager entities) {
    return new StoredLaunchTemplates(
        new NamedTemplates(new LaunchTemplateRepository(entities), new Arns(() -> "jarrah-1")));
  }
}

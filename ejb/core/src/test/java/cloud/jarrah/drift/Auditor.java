package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.accounts.control.AccountLock;
import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.audit.control.Events;
import cloud.jarrah.audit.entity.EventRepository;
import cloud.jarrah.drift.control.Audit;
import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.drift.entity.DriftFinding;
import cloud.jarrah.drift.entity.DriftRepository;
import cloud.jarrah.drift.entity.DriftRun;
import cloud.jarrah.hosts.control.Candidates;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.control.Heartbeats;
import cloud.jarrah.hosts.control.HostQuestions;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.RoomDrift;
import cloud.jarrah.hosts.control.RoomRepair;
import cloud.jarrah.hosts.control.StandardPolicy;
import cloud.jarrah.hosts.entity.CandidateRepository;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.hosts.entity.RoomRepository;
import cloud.jarrah.instances.control.CommandDrift;
import cloud.jarrah.instances.control.ForgottenInstances;
import cloud.jarrah.instances.control.HeldRoomDrift;
import cloud.jarrah.instances.control.InterfaceDrift;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.StrangerDrift;
import cloud.jarrah.instances.control.StrangerPolicy;
import cloud.jarrah.instances.control.TaggableInstances;
import cloud.jarrah.instances.control.UsageDrift;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.instances.entity.UsageAuditRepository;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.control.AddressDrift;
import cloud.jarrah.networks.control.AddressStock;
import cloud.jarrah.networks.control.AttachedInterfaces;
import cloud.jarrah.networks.control.NetworksConfiguration;
import cloud.jarrah.networks.control.TaggableInterfaces;
import cloud.jarrah.networks.entity.AddressAuditRepository;
import cloud.jarrah.networks.entity.Cidr;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.nodes.TestOutbox;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.quotas.control.UsageLedger;
import cloud.jarrah.quotas.entity.UsageRepository;
import cloud.jarrah.tags.control.TagDrift;
import cloud.jarrah.tags.control.TaggableResources;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Audits a world: the real checks, and what they found. */
final class Auditor {
  private final World world;
  private final EntityManager entities;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final CountingIds ids = new CountingIds();
  private final CommandTransport transport;
  private final HostRepository hosts;
  private final InstanceRepository instances;
  private final InstanceAuditRepository outlines;
  private final NetworkRepository networks;
  private final DriftRepository repository;
  private final Audit audit;

  Auditor(TestDatabase database, World world, boolean removeUnknown) {
    this.world = world;
    entities = database.entityManager();
    transactions = database.transactions();
    time = world.time();
    transport = sent -> world.host(sent.hostId()).receive(sent).forEach(world::report);
    hosts = new HostRepository(entities);
    instances = new InstanceRepository(entities);
    outlines = new InstanceAuditRepository(entities);
    networks = new NetworkRepository(entities);
    repository = new DriftRepository(entities);
    audit =
        new Audit(
            checks(new StrangerPolicy(removeUnknown)),
            repository,
            new Events(new EventRepository(entities), time),
            transactions,
            time,
            Metrics.NONE);
  }

  private List<DriftCheck> checks(StrangerPolicy policy) {
    GroupHostRepository groups = new GroupHostRepository(entities);
    RoomRepository rooms = new RoomRepository(entities);
    SightingRepository sightings = new SightingRepository(entities);
    Placement placement =
        new Placement(
            hosts,
            new Candidates(new CandidateRepository(entities), StandardPolicy.ROUNDROBIN),
            new GroupSeats(groups),
            time,
            Metrics.NONE);
    HostStatus status = new HostStatus(hosts, new ListenerRepository(entities), time);
    CommandOutbox outbox = TestOutbox.create(entities, transport, status, transactions, time, ids);
    AddressAuditRepository addresses = new AddressAuditRepository(entities);
    RoomRepair repair = new RoomRepair(hosts, rooms, groups, time);
    return List.of(
        new RoomDrift(hosts, rooms, groups),
        new HeldRoomDrift(instances, outlines, placement, repair),
        new CommandDrift(
            instances, outlines, sightings, new MigrationRepository(entities), outbox, time),
        new ForgottenInstances(instances, outlines, time),
        new InterfaceDrift(instances, outlines, new AttachedInterfaces(addresses), book()),
        new AddressDrift(addresses, time),
        new UsageDrift(
            new UsageAuditRepository(entities),
            new UsageLedger(new UsageRepository(entities), transactions),
            new AccountLock(new AccountRepository(entities))),
        new StrangerDrift(sightings, policy, status, questions(), outbox),
        new TagDrift(new TagRepository(entities), taggable()));
  }

  private HostQuestions questions() {
    return new HostQuestions(hosts, new Heartbeats(hosts, transport, transactions, time, ids));
  }

  private AddressBook book() {
    return new AddressBook(
        networks,
        new NetworksConfiguration(Cidr.parse("10.180.0.0/16"), 256, 256, "d0:0d"),
        ids,
        time,
        new Tags(new TagRepository(entities)),
        new AddressStock(networks, transactions));
  }

  private TaggableResources taggable() {
    return new TaggableResources(
        List.of(
            new TaggableInstances(new NamedInstances(instances)), new TaggableInterfaces(networks)),
        new Arns(() -> "jarrah-1"));
  }

  /** One run. */
  void looks() {
    assertThat(audit.run()).as("checks that failed").isZero();
  }

  /** Two runs, a minute apart; nothing happens in between. */
  void looksTwice() {
    looks();
    world.time().advance(Duration.ofMinutes(1));
    looks();
  }

  /** What all runs found, and what they healed of it: kinds without any are not in it. */
  Map<String, String> results() {
    return world.inTransaction(repository::runs).stream()
        .filter(run -> run.found() + run.healed() > 0)
        .collect(
            Collectors.toMap(
                DriftRun::kind, run -> run.found() + " found, " + run.healed() + " healed"));
  }

  /** How many instances hosts have listed that should not be there. */
  int sightings() {
    return new SightingRepository(entities).since(Instant.EPOCH, 1000).size();
  }

  /** What waits for an administrator. */
  List<DriftFinding> open() {
    return world.inTransaction(() -> repository.open(1000));
  }
}

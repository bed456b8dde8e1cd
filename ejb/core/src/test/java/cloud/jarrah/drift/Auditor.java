package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

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
import cloud.jarrah.hosts.entity.RoomRepository;
import cloud.jarrah.instances.control.CommandDrift;
import cloud.jarrah.instances.control.ForgottenInstances;
import cloud.jarrah.instances.control.HeldRoomDrift;
import cloud.jarrah.instances.control.InterfaceDrift;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.StrangerDrift;
import cloud.jarrah.instances.control.StrangerPolicy;
import cloud.jarrah.instances.control.TaggableInstances;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.SightingRepository;
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
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.nodes.TestOutbox;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.tags.control.TagDrift;
import cloud.jarrah.tags.control.TaggableResources;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Audits a world: the real checks, and what they found. */
final class Auditor {
  private final World world;
  private final DriftRepository repository;
  private final Audit audit;

  Auditor(TestDatabase database, World world, boolean removeUnknown) {
    this.world = world;
    EntityManager entities = database.entityManager();
    repository = new DriftRepository(entities);
    DatabaseTime time = world.time();
    audit =
        new Audit(
            checks(database, world, new StrangerPolicy(removeUnknown)),
            repository,
            new Events(new EventRepository(entities), time),
            database.transactions(),
            time);
  }

  private static List<DriftCheck> checks(
      TestDatabase database, World world, StrangerPolicy policy) {
    EntityManager entities = database.entityManager();
    DatabaseTime time = world.time();
    CountingIds ids = new CountingIds();
    CommandTransport transport =
        sent -> world.host(sent.hostId()).receive(sent).forEach(world::report);
    HostRepository hosts = new HostRepository(entities);
    HostStatus status = new HostStatus(hosts, time);
    GroupHostRepository groups = new GroupHostRepository(entities);
    RoomRepository rooms = new RoomRepository(entities);
    InstanceRepository instances = new InstanceRepository(entities);
    InstanceAuditRepository outlines = new InstanceAuditRepository(entities);
    SightingRepository sightings = new SightingRepository(entities);
    CommandOutbox outbox =
        TestOutbox.create(entities, transport, status, database.transactions(), time, ids);
    Placement placement =
        new Placement(
            hosts,
            new Candidates(new CandidateRepository(entities), StandardPolicy.ROUNDROBIN),
            new GroupSeats(groups),
            time);
    AddressAuditRepository addresses = new AddressAuditRepository(entities);
    NetworkRepository networks = new NetworkRepository(entities);
    TagRepository tags = new TagRepository(entities);
    AddressBook book =
        new AddressBook(
            networks,
            new NetworksConfiguration(Cidr.parse("10.180.0.0/16"), 256, 256, "d0:0d"),
            ids,
            time,
            new Tags(tags),
            new AddressStock(networks, database.transactions()));
    return List.of(
        new RoomDrift(hosts, rooms, groups),
        new HeldRoomDrift(
            instances, outlines, placement, new RoomRepair(hosts, rooms, groups, time)),
        new CommandDrift(instances, outlines, sightings, outbox, time),
        new ForgottenInstances(instances, outlines, time),
        new InterfaceDrift(instances, outlines, new AttachedInterfaces(addresses), book),
        new AddressDrift(addresses, time),
        new StrangerDrift(
            sightings,
            policy,
            status,
            new HostQuestions(
                hosts, new Heartbeats(hosts, transport, database.transactions(), time, ids)),
            outbox),
        new TagDrift(
            tags,
            new TaggableResources(
                List.of(
                    new TaggableInstances(new NamedInstances(instances)),
                    new TaggableInterfaces(networks)),
                new cloud.jarrah.platform.actions.Arns(() -> "jarrah-1"))));
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

  /** What waits for an administrator. */
  List<DriftFinding> open() {
    return world.inTransaction(() -> repository.open(1000));
  }

  /** The longest that a kind took in the last run. */
  long slowestMillis() {
    return world.inTransaction(repository::runs).stream()
        .mapToLong(DriftRun::tookMillis)
        .max()
        .orElseThrow();
  }
}

package cloud.jarrah.instances.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.drift.control.Pages;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceAuditRepository.Outline;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OpenCommand;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open command says to the instance's host what the instance is wished to be now. */
@Singleton
public class CommandDrift implements DriftCheck {
  static final String WITHOUT_INSTANCE = "command-without-instance";
  static final String OUTDATED = "command-of-older-generation";
  static final String ELSEWHERE = "command-for-other-host";

  private static final String REMOVAL = "EnsureAbsent";

  /** Others have reasons of their own. */
  private static final Set<String> OF_INSTANCES = Set.of("EnsureRunning", "EnsureStopped", REMOVAL);

  private final InstanceRepository instances;
  private final InstanceAuditRepository outlines;
  private final SightingRepository sightings;
  private final MigrationRepository migrations;
  private final CommandOutbox outbox;
  private final DatabaseTime time;

  @Inject
  public CommandDrift(
      InstanceRepository instances,
      InstanceAuditRepository outlines,
      SightingRepository sightings,
      MigrationRepository migrations,
      CommandOutbox outbox,
      DatabaseTime time) {
    this.instances = instances;
    this.outlines = outlines;
    this.sightings = sightings;
    this.migrations = migrations;
    this.outbox = outbox;
    this.time = time;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(WITHOUT_INSTANCE, OUTDATED, ELSEWHERE);
  }

  @Override
  public List<Suspect> suspects(int most) {
    return Pages.suspects(
        most,
        (after, suspects) -> {
          List<OpenCommand> page = outbox.open(after, Pages.SIZE);
          compare(page, suspects);
          return Pages.last(page, OpenCommand::resource);
        });
  }

  private void compare(List<OpenCommand> page, Set<Suspect> suspects) {
    Map<String, Outline> known =
        outlines.outlines(page.stream().map(OpenCommand::resource).toList());
    for (OpenCommand command : page) {
      String kind = wrong(command, known.get(command.resource()));
      if (kind != null && OF_INSTANCES.contains(command.kind())) {
        // With the command's id: the next command of the instance is another story.
        suspects.add(new Suspect(kind, command.resource() + "/" + command.id()));
      }
    }
  }

  private static @Nullable String wrong(OpenCommand command, @Nullable Outline instance) {
    if (instance == null) {
      return WITHOUT_INSTANCE;
    }
    if (!command.hostId().equals(instance.hostId())) {
      return ELSEWHERE;
    }
    return command.generation() < instance.generation() ? OUTDATED : null;
  }

  @Override
  public Verdict judge(Suspect suspect) {
    String[] ids = suspect.resource().split("/", 2);
    Optional<Instance> instance = instances.lockForReport(ids[0]);
    OutgoingCommand open = outbox.openFor(List.of(ids[0])).get(ids[0]);
    if (open == null || !open.id().equals(ids[1])) {
      return Verdict.FINE;
    }
    String wrong = wrong(outline(open), instance.map(CommandDrift::outline).orElse(null));
    boolean ofOrphan = instance.isEmpty() && open.kind().equals(REMOVAL) && sightings.any(ids[0]);
    // One that is due is about to be told anew: nothing is wrong, it was only slow.
    if (!suspect.kind().equals(wrong)
        || ofOrphan
        || clears(open)
        || outlines.isDue(ids[0], time.now())) {
      return Verdict.FINE;
    }
    outbox.withdraw(open);
    instance.ifPresent(i -> i.lookAgainAt(time.now()));
    return Verdict.healed(
        instance.map(Instance::accountId).orElse(""),
        open.kind() + " of generation " + open.generation() + " was withdrawn");
  }

  /** After a move the other host is told to remove what it has of the instance. */
  private boolean clears(OutgoingCommand open) {
    return open.kind().equals(REMOVAL)
        && migrations.underWay(List.of(open.resource())).stream()
            .anyMatch(migration -> migration.clears(open.hostId(), open.generation()));
  }

  private static OpenCommand outline(OutgoingCommand open) {
    return new OpenCommand(
        open.id(), open.hostId(), open.resource(), open.generation(), open.kind());
  }

  private static Outline outline(Instance instance) {
    return new Outline(
        instance.id(),
        instance.hostId(),
        instance.wish().generation(),
        instance.terminatedAt() != null);
  }
}

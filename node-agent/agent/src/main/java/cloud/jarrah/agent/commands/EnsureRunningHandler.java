package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import cloud.jarrah.node.NodeCommand.Reboot;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Disk, network, domain, in this order: each step finds what an earlier attempt has done. A reboot
 * switches the domain off first. That it did is in the journal before the domain is started again,
 * so that an agent that dies at whatever moment neither forgets the reboot nor repeats it.
 */
final class EnsureRunningHandler implements InstanceCommandHandler<EnsureRunning> {
  private static final int LONGEST_GRACE_SECONDS = 300;

  private final Journal journal;
  private final InstanceDisks disks;
  private final Network network;
  private final Hypervisor hypervisor;

  EnsureRunningHandler(
      Journal journal, InstanceDisks disks, Network network, Hypervisor hypervisor) {
    this.journal = journal;
    this.disks = disks;
    this.network = network;
    this.hypervisor = hypervisor;
  }

  @Override
  public Class<EnsureRunning> type() {
    return EnsureRunning.class;
  }

  @Override
  public String instanceId(EnsureRunning command) {
    return command.instance().id();
  }

  /** To start half a copy, or what runs elsewhere, would be a second instance on an old disk. */
  @Override
  public void check(EnsureRunning command, JournalEntry before) throws CommandFailedException {
    Moved.refuse(before);
  }

  @Override
  public boolean isDone(EnsureRunning command, JournalEntry entry) {
    return entry.power() != Power.PREPARING
        && entry.power() != Power.FAILED
        && !rebootDue(command, entry);
  }

  private static boolean rebootDue(EnsureRunning command, JournalEntry entry) {
    Reboot reboot = command.reboot();
    return reboot != null && entry.bootGeneration() < reboot.generation();
  }

  @Override
  public JournalEntry begin(
      EnsureRunning command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    JournalEntry begun = before.begin(Wish.RUNNING, command.instance(), envelope);
    return begun.power() == Power.RUNNING
        ? begun
        : begun.seen(Power.PREPARING, null, now).aboutToBoot();
  }

  @Override
  public CompletionStage<Power> apply(EnsureRunning command, Attempt attempt)
      throws CommandFailedException, InterruptedException {
    InstanceSpec spec = command.instance();
    if (rebootDue(command, attempt.entry())) {
      switchOff(command, attempt);
    }
    boolean mayMake = !attempt.entry().diskMade();
    BootFiles files = attempt.interruptibly(() -> disks.ensure(spec, mayMake, attempt.deadline()));
    journal.updateIfPresent(spec.id(), entry -> entry.diskMade() ? entry : entry.withDisk());
    try {
      network.ensure(spec);
      attempt.requireWanted();
      return hypervisor.ensureRunning(spec, files).thenApply(done -> Power.RUNNING);
    } catch (NetworkException | HypervisorException e) {
      throw CommandFailedException.of(e);
    }
  }

  /** To the cloud it goes on running: a reboot is no change of state. */
  private void switchOff(EnsureRunning command, Attempt attempt)
      throws CommandFailedException, InterruptedException {
    String id = command.instance().id();
    Reboot reboot = command.reboot();
    int seconds = reboot == null ? 0 : Math.min(reboot.graceSeconds(), LONGEST_GRACE_SECONDS);
    attempt.interruptibly(
        () -> {
          hypervisor.ensureOff(id, Duration.ofSeconds(seconds));
          return id;
        });
    journal.updateIfPresent(id, JournalEntry::aboutToBoot);
  }

  /** What may still succeed remains in preparation; FAILED is said only when it is final. */
  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    if (entry.power() == Power.RUNNING && !isOffForReboot(entry)) {
      return entry;
    }
    Power power = why.retryable() ? Power.PREPARING : Power.FAILED;
    return entry.seen(power, why.getMessage(), now);
  }

  private static boolean isOffForReboot(JournalEntry entry) {
    CommandEnvelope begun = entry.begun();
    return begun != null
        && begun.command() instanceof EnsureRunning command
        && command.reboot() != null
        && !rebootDue(command, entry);
  }
}

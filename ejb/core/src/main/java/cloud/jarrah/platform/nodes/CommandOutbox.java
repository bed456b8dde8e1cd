package cloud.jarrah.platform.nodes;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.Countdown;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Commands to hosts: written beside the change that wants them, sent after its commit. */
@Singleton
public class CommandOutbox {
  private static final Logger LOG = Logger.getLogger(CommandOutbox.class);
  private static final int BATCH = 100;
  private static final Duration PUT_OFF = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofHours(1);

  private final CommandRepository commands;
  private final CommandTransport transport;
  private final HostEpochs epochs;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final Ids ids;
  private final CommandNotes notes;

  @Inject
  public CommandOutbox(
      CommandRepository commands,
      CommandTransport transport,
      HostEpochs epochs,
      Transactions transactions,
      DatabaseTime time,
      Ids ids,
      CommandNotes notes) {
    this.commands = commands;
    this.transport = transport;
    this.epochs = epochs;
    this.transactions = transactions;
    this.time = time;
    this.ids = ids;
    this.notes = notes;
  }

  /**
   * A wish to be told to a host.
   *
   * @param resource what the generation counts for
   * @param deadline after which the host must not begin any more
   */
  public record Order(
      String hostId,
      String resource,
      long generation,
      Instant deadline,
      String requestId,
      NodeCommand command) {}

  /**
   * Writes the order unless the same one is open already; an older one for the same resource is
   * superseded. Call in the transaction of the change.
   */
  public void write(Order order) {
    write(order, openFor(List.of(order.resource())).get(order.resource()));
  }

  /** The same for who has asked already what is open, and holds the resource locked since. */
  public void write(Order order, @Nullable OutgoingCommand old) {
    Instant now = time.now();
    String kind = order.command().getClass().getSimpleName();
    if (old != null) {
      if (old.generation() == order.generation() && old.kind().equals(kind)) {
        return;
      }
      supersede(old, now);
      // The unique key on open resources must see the old row closed before the new one comes.
      commands.flush();
    }
    String payload = NodeWire.encode(order.command());
    commands.add(new OutgoingCommand(ids.next("cmd"), order, kind, payload, now));
    notes.written(kind);
  }

  /**
   * The open commands, at most one for each resource. Locked, so that no other server sends or
   * closes them meanwhile; the caller has locked the resources before.
   */
  public Map<String, OutgoingCommand> openFor(Collection<String> resources) {
    return commands.lockOpen(resources).stream()
        .collect(Collectors.toMap(OutgoingCommand::resource, command -> command));
  }

  /** A stretch of all open commands, in the order of their resources, to be looked at only. */
  public List<OpenCommand> open(String afterResource, int most) {
    return commands.open(afterResource, most);
  }

  /** Withdraws whatever is open for a resource. */
  public void withdraw(String resource) {
    openFor(List.of(resource)).values().forEach(this::withdraw);
  }

  /** Withdraws an open command. */
  public void withdraw(OutgoingCommand command) {
    supersede(command, time.now());
  }

  private void supersede(OutgoingCommand command, Instant now) {
    command.close(OutgoingCommand.State.SUPERSEDED, null, now);
    notes.superseded(command, now);
  }

  /**
   * Closes a command that a host has answered; false if it was not open, or not that host's.
   *
   * @param hostId who answers: a host must not close what others were told
   */
  public boolean answered(
      String hostId, String commandId, OutgoingCommand.State end, @Nullable String text) {
    Optional<OutgoingCommand> command =
        commands.lock(commandId).filter(c -> c.open() && c.hostId().equals(hostId));
    command.ifPresent(
        c -> {
          Instant now = time.now();
          c.close(end, text, now);
          notes.answered(c, now);
        });
    return command.isPresent();
  }

  /**
   * What was taken.
   *
   * @param looked how many were due, those too that are put off: there may be more behind them
   */
  private record Claim(List<CommandEnvelope> envelopes, int looked) {}

  /**
   * Sends what is due; to be called after commits and by a timer, on every server. Gives how many
   * were due.
   */
  public int publishDue() {
    // From before the epochs are read: the host may be given up, and another start what it has.
    Countdown fresh = Countdown.of(CommandTransport.SENT_WITHIN);
    Claim claim = transactions.requiresNew(this::claim);
    transport.sendAll(claim.envelopes(), fresh);
    return claim.looked();
  }

  private Claim claim() {
    Instant now = time.now();
    List<CommandEnvelope> envelopes = new ArrayList<>();
    List<OutgoingCommand> due = commands.claimDue(now, BATCH);
    Set<String> told = due.stream().map(OutgoingCommand::hostId).collect(Collectors.toSet());
    Map<String, Integer> current = epochs.epochs(told);
    told.removeAll(current.keySet());
    Set<String> waiting = told.isEmpty() ? told : epochs.waiting(told);
    for (OutgoingCommand command : due) {
      Integer epoch = current.get(command.hostId());
      boolean waits = waiting.contains(command.hostId());
      if (!now.isBefore(command.deadline()) || (epoch == null && !waits)) {
        command.close(OutgoingCommand.State.EXPIRED, "not answered in time", now);
        notes.expired(command, now);
      } else if (epoch == null) {
        // Its host is off, or asleep: it may be back in time.
        command.putOff(now.plus(PUT_OFF));
      } else {
        notes.sending(command);
        command.sent(now);
        envelope(command, epoch).ifPresent(envelopes::add);
      }
    }
    return new Claim(understood(envelopes), due.size());
  }

  /** Without those that are too new for their host: they wait until its agent is upgraded. */
  private List<CommandEnvelope> understood(List<CommandEnvelope> envelopes) {
    Set<String> asked =
        envelopes.stream()
            .filter(envelope -> envelope.version() > MessageVersions.OLDEST)
            .map(CommandEnvelope::hostId)
            .collect(Collectors.toSet());
    Map<String, Integer> versions = asked.isEmpty() ? Map.of() : epochs.messageVersions(asked);
    return envelopes.stream()
        .filter(
            envelope -> {
              int knows = versions.getOrDefault(envelope.hostId(), MessageVersions.OLDEST);
              boolean fits = envelope.version() <= knows;
              if (!fits) {
                LOG.warnf(
                    "command %s waits: the agent of host %s understands version %d, not %d;"
                        + " upgrade it",
                    envelope.commandId(), envelope.hostId(), knows, envelope.version());
              }
              return fits;
            })
        .toList();
  }

  private Optional<CommandEnvelope> envelope(OutgoingCommand command, int epoch) {
    try {
      return Optional.of(
          new CommandEnvelope(
              CommandEnvelope.VERSION,
              command.id(),
              command.hostId(),
              epoch,
              command.resource(),
              command.generation(),
              command.deadline(),
              command.requestId(),
              NodeWire.decode(command.payload(), NodeCommand.class)));
    } catch (MalformedMessageException e) {
      LOG.errorf(e, "command %s cannot be read back and will expire", command.id());
      return Optional.empty();
    }
  }

  /** Forgets commands that ended more than an hour ago. */
  public int purgeEnded() {
    return transactions.requiresNew(() -> commands.purgeClosedBefore(time.now().minus(KEPT)));
  }
}

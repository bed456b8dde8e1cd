package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One command of one instance, from the journal's first word to the answer. */
final class InstanceWork {
  private static final System.Logger LOG = System.getLogger(InstanceWork.class.getName());

  private final Journal journal;
  private final Answers answers;
  private final Clock clock;
  private final Predicate<CommandEnvelope> current;
  private final Runnable settled;

  /**
   * @param current whether a command is for the host as it is now
   */
  InstanceWork(
      Journal journal,
      Answers answers,
      Clock clock,
      Predicate<CommandEnvelope> current,
      Runnable settled) {
    this.current = current;
    this.journal = journal;
    this.answers = answers;
    this.clock = clock;
    this.settled = settled;
  }

  /** Completes, never exceptionally, when the command has been answered. */
  <C extends NodeCommand> CompletionStage<@Nullable Void> run(
      InstanceCommandHandler<C> handler, Attempt attempt) {
    CommandEnvelope envelope = attempt.envelope();
    try {
      if (!mayBegin(envelope) || isAnswered(handler, envelope)) {
        return CompletableFuture.completedFuture(null);
      }
      C command = handler.type().cast(envelope.command());
      attempt.begun(begin(handler, command, envelope), () -> isInWork(envelope));
      return handler
          .apply(command, attempt)
          .handle(
              (power, thrown) -> {
                conclude(handler, attempt, power, thrown);
                return null;
              });
    } catch (InterruptedException e) {
      if (attempt.isSuperseded()) {
        letGo(envelope);
        answers.superseded(envelope);
      } else {
        // The agent is ending: the journal still says "begun", the next start takes it up.
        Thread.currentThread().interrupt();
      }
    } catch (CommandFailedException | RuntimeException e) {
      conclude(handler, attempt, null, e);
    }
    return CompletableFuture.completedFuture(null);
  }

  private boolean isInWork(CommandEnvelope envelope) {
    return current.test(envelope) && isBegun(journal.find(envelope.resource()), envelope);
  }

  /** It is not in work any more, and is not taken up again. */
  private void letGo(CommandEnvelope envelope) {
    try {
      journal.updateIfPresent(
          envelope.resource(), entry -> isBegun(entry, envelope) ? entry.settled() : entry);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, envelope.resource() + ": the end of a command was not noted", e);
    }
  }

  private boolean mayBegin(CommandEnvelope envelope) {
    if (!current.test(envelope)) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} is not begun, it was for the host in its former epoch {2}",
          envelope.resource(),
          envelope.commandId(),
          envelope.hostEpoch());
      letGo(envelope);
      return false;
    }
    JournalEntry present = journal.find(envelope.resource());
    if (present != null && envelope.generation() < present.generation()) {
      answers.superseded(envelope);
      return false;
    }
    if (clock.instant().isAfter(envelope.deadline()) && !isBegun(present, envelope)) {
      answers.expired(envelope);
      return false;
    }
    return true;
  }

  /** A repetition of what was carried out is answered with what is seen now. */
  private <C extends NodeCommand> boolean isAnswered(
      InstanceCommandHandler<C> handler, CommandEnvelope envelope) {
    JournalEntry present = journal.find(envelope.resource());
    boolean done =
        present != null
            && present.generation() == envelope.generation()
            && present.begun() == null
            && handler.isDone(handler.type().cast(envelope.command()), present);
    if (done) {
      answers.done(envelope, present);
    }
    return done;
  }

  /** Taken up again after a restart: it began in time. */
  private static boolean isBegun(@Nullable JournalEntry present, CommandEnvelope envelope) {
    return present != null
        && present.begun() != null
        && present.begun().commandId().equals(envelope.commandId());
  }

  private <C extends NodeCommand> JournalEntry begin(
      InstanceCommandHandler<C> handler, C command, CommandEnvelope envelope)
      throws CommandFailedException {
    String id = envelope.resource();
    Instant now = clock.instant();
    @Nullable JournalEntry present = journal.find(id);
    JournalEntry first = JournalEntry.first(id, Wish.ABSENT, now);
    handler.check(command, present == null ? first : present);
    // Not reported now: most commands end within a moment, and the heartbeat tells of the others.
    return journal.update(id, first, before -> handler.begin(command, envelope, before, now));
  }

  private void conclude(
      InstanceCommandHandler<?> handler,
      Attempt attempt,
      @Nullable Power power,
      @Nullable Throwable thrown) {
    CommandEnvelope envelope = attempt.envelope();
    try {
      if (power != null) {
        answers.done(envelope, journal.updateIfPresent(envelope.resource(), e -> done(e, power)));
      } else {
        CommandFailedException why =
            CommandFailedException.of(
                thrown == null ? new IllegalStateException("no power") : thrown);
        LOG.log(Level.WARNING, envelope.resource() + ": " + why.getMessage());
        LOG.log(why.isUnexpected() ? Level.ERROR : Level.DEBUG, "in detail", why.getCause());
        journal.updateIfPresent(
            envelope.resource(),
            e -> e.begun() == null ? e : handler.failed(e, why, clock.instant()).settled());
        answers.failed(envelope, why);
      }
    } catch (RuntimeException e) {
      // The work is done but could not be noted. Unanswered, the cloud sends the command again.
      LOG.log(Level.ERROR, envelope.resource() + ": the end of a command was not noted", e);
    }
    settled.run();
  }

  private JournalEntry done(JournalEntry entry, Power power) {
    return power == Power.ABSENT
        ? entry.buried(clock.instant())
        : entry.settled().seen(power, null, clock.instant());
  }
}

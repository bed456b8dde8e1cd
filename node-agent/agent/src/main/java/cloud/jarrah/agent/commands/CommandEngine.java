package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.commands.Lanes.Admission;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Takes commands in, lets each instance's lane work them off, and answers. */
public final class CommandEngine {
  private static final System.Logger LOG = System.getLogger(CommandEngine.class.getName());

  /** Who this host is: commands for others, or for its former self, are not for it. */
  public record Addressee(String hostId, IntSupplier hostEpoch) {}

  private final Addressee self;
  private final CommandHandlers handlers;
  private final Answers answers;
  private final InstanceWork work;
  private final Journal journal;
  private final Executor executor;
  private final Clock clock;
  private final Lanes lanes = new Lanes();
  private final AtomicInteger leastEpoch = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * @param settled called after each command that was worked on
   */
  public CommandEngine(
      Addressee self,
      CommandHandlers handlers,
      Journal journal,
      Answers answers,
      Executor executor,
      Clock clock,
      Runnable settled) {
    this.self = self;
    this.handlers = handlers;
    this.answers = answers;
    this.journal = journal;
    this.executor = executor;
    this.clock = clock;
    this.work = new InstanceWork(journal, answers, clock, this::isCurrent, settled);
  }

  /** Returns at once. */
  public void receive(CommandEnvelope envelope) {
    if (stopped || !isForMe(envelope)) {
      return;
    }
    if (clock.instant().isAfter(envelope.deadline())) {
      answers.expired(envelope);
    } else {
      dispatch(envelope);
    }
  }

  private boolean isForMe(CommandEnvelope envelope) {
    boolean mine =
        envelope.hostId().equals(self.hostId())
            && envelope.hostEpoch() == self.hostEpoch().getAsInt();
    if (!mine) {
      LOG.log(
          Level.WARNING,
          "Ignored the command {0}: it is for {1} in epoch {2}",
          envelope.commandId(),
          envelope.hostId(),
          envelope.hostEpoch());
    }
    return mine;
  }

  private void dispatch(CommandEnvelope envelope) {
    CommandHandler<?> handler = handlers.of(envelope.command());
    if (handler instanceof HostCommandHandler<?> host) {
      apply(host, envelope.command());
      answers.done(envelope, null);
    } else if (handler instanceof SideCommandHandler<?> side) {
      aside(side, envelope);
    } else if (handler instanceof LanesCommandHandler<?> several) {
      exclusively(several, envelope);
    } else if (handler instanceof InstanceCommandHandler<?> instance) {
      if (!instanceId(instance, envelope.command()).equals(envelope.resource())) {
        LOG.log(Level.WARNING, "Ignored {0}: it contradicts itself", envelope.commandId());
        return;
      }
      admit(envelope);
    }
  }

  private <C extends NodeCommand> void aside(
      SideCommandHandler<C> handler, CommandEnvelope envelope) {
    C command = handler.type().cast(envelope.command());
    execute(() -> answer(envelope, () -> handler.apply(command)));
  }

  /** Waits for what is in work in these lanes, and keeps out what waits in them. */
  private <C extends NodeCommand> void exclusively(
      LanesCommandHandler<C> handler, CommandEnvelope envelope) {
    C command = handler.type().cast(envelope.command());
    Set<String> ids = handler.instanceIds(command);
    leastEpoch.accumulateAndGet(handler.epoch(command), Math::max);
    lanes.occupy(
        ids,
        () ->
            execute(
                () -> {
                  try {
                    // Another one may have been carried out while this one waited.
                    if (isForMe(envelope)) {
                      answer(envelope, () -> handler.apply(command));
                    }
                  } finally {
                    lanes.free(ids).forEach(this::workOn);
                  }
                }));
  }

  /** Of an instance: whether it may still be begun. */
  private boolean isCurrent(CommandEnvelope envelope) {
    return envelope.hostEpoch() == self.hostEpoch().getAsInt()
        && envelope.hostEpoch() >= leastEpoch.get();
  }

  private void execute(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "not begun, the agent is ending", e);
    }
  }

  /** Work that is answered without an instance's journal. */
  private interface PlainWork {
    void run() throws CommandFailedException;
  }

  private void answer(CommandEnvelope envelope, PlainWork plain) {
    try {
      if (stopped) {
        return;
      }
      if (clock.instant().isAfter(envelope.deadline())) {
        answers.expired(envelope);
      } else {
        plain.run();
        answers.done(envelope, null);
      }
    } catch (CommandFailedException | RuntimeException e) {
      CommandFailedException why = CommandFailedException.of(e);
      LOG.log(Level.WARNING, envelope.resource() + ": " + why.getMessage());
      LOG.log(why.isUnexpected() ? Level.ERROR : Level.DEBUG, "in detail", why.getCause());
      answers.failed(envelope, why);
    }
  }

  private static <C extends NodeCommand> void apply(
      HostCommandHandler<C> handler, NodeCommand command) {
    handler.apply(handler.type().cast(command));
  }

  private static <C extends NodeCommand> String instanceId(
      InstanceCommandHandler<C> handler, NodeCommand command) {
    return handler.instanceId(handler.type().cast(command));
  }

  private void admit(CommandEnvelope envelope) {
    Admission admission = lanes.admit(envelope);
    admission.superseded().forEach(answers::superseded);
    if (admission.start()) {
      workOn(envelope.resource());
    }
  }

  private void workOn(String resource) {
    execute(() -> step(resource));
  }

  private void step(String resource) {
    if (stopped) {
      return;
    }
    @Nullable Attempt attempt = lanes.next(resource);
    if (attempt != null) {
      if (handlers.of(attempt.envelope().command()) instanceof InstanceCommandHandler<?> handler) {
        work.run(handler, attempt).whenComplete((done, thrown) -> workOn(resource));
      }
    }
  }

  /**
   * Takes up again what the agent's death has interrupted.
   *
   * @param starts whether also what was about to be started: not where another host may have
   *     started it meanwhile; the cloud says so again if it is to run here
   */
  public void resume(boolean starts) {
    for (JournalEntry entry : journal.entries()) {
      CommandEnvelope begun = entry.begun();
      if (begun != null && (starts || !(begun.command() instanceof NodeCommand.EnsureRunning))) {
        LOG.log(Level.INFO, "Takes up {0} for {1} again", begun.commandId(), entry.instanceId());
        admit(begun);
      }
    }
  }

  /** Whether a command of some instance is being worked on. */
  public boolean isWorking() {
    return !lanes.isEmpty();
  }

  /** Begins nothing more and answers nothing more. */
  public void stop() {
    stopped = true;
    answers.stop();
  }
}

package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.commands.Lanes.Admission;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
    this.work = new InstanceWork(journal, answers, clock, settled);
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
    try {
      executor.execute(() -> workAside(handler, envelope));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "not begun, the agent is ending", e);
    }
  }

  private <C extends NodeCommand> void workAside(
      SideCommandHandler<C> handler, CommandEnvelope envelope) {
    try {
      if (!stopped) {
        handler.apply(handler.type().cast(envelope.command()));
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
    try {
      executor.execute(() -> step(resource));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "not begun, the agent is ending", e);
    }
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

  /** Begins nothing more and answers nothing more. */
  public void stop() {
    stopped = true;
    answers.stop();
  }
}

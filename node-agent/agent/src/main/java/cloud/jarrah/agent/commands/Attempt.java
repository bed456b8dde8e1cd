package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.CommandEnvelope;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One command being worked on, which a newer one may cut short where it only waits. */
final class Attempt {
  private final CommandEnvelope envelope;
  private @Nullable JournalEntry entry;
  private @Nullable Thread waiting;
  private boolean superseded;
  private BooleanSupplier wanted = () -> true;

  Attempt(CommandEnvelope envelope) {
    this.envelope = envelope;
  }

  CommandEnvelope envelope() {
    return envelope;
  }

  Instant deadline() {
    return envelope.deadline();
  }

  /** The instance as it was journaled when the work began. */
  JournalEntry entry() {
    if (entry == null) {
      throw new IllegalStateException("not begun");
    }
    return entry;
  }

  /**
   * @param stillWanted whether the journal and the host's epoch still say that it is in work
   */
  void begun(JournalEntry journaled, BooleanSupplier stillWanted) {
    entry = journaled;
    wanted = stillWanted;
  }

  /** The last moment to hold back: directly before what cannot be cut short. */
  void requireWanted() throws InterruptedException {
    if (!wanted.getAsBoolean()) {
      supersede();
    }
    if (isSuperseded()) {
      throw new InterruptedException("superseded before the step that counts");
    }
  }

  synchronized void supersede() {
    superseded = true;
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  synchronized boolean isSuperseded() {
    return superseded;
  }

  /**
   * Runs the part of the work that may be cut short. Everything else must not see an interrupt: it
   * would break the journal's files and the hypervisor's calls half-way.
   */
  <T> T interruptibly(InterruptibleWork<T> work)
      throws InterruptedException, CommandFailedException {
    synchronized (this) {
      if (superseded) {
        throw new InterruptedException("superseded before it began to wait");
      }
      waiting = Thread.currentThread();
    }
    T result;
    try {
      result = work.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      if (isSuperseded()) {
        throw new InterruptedException("superseded while it failed");
      }
      throw CommandFailedException.of(e);
    } finally {
      leave();
    }
    if (isSuperseded()) {
      throw new InterruptedException("superseded while waiting");
    }
    return result;
  }

  private synchronized void leave() {
    waiting = null;
    if (superseded) {
      // The interrupt was ours and has done what it should; it must not hit what comes next.
      boolean ignored = Thread.interrupted();
    }
  }

  /** Work that ends early when its thread is interrupted. */
  @FunctionalInterface
  interface InterruptibleWork<T> {
    T run() throws Exception;
  }
}

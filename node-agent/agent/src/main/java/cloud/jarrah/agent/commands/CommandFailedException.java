package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.images.DiskException;
import cloud.jarrah.agent.network.NetworkException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A command could not be worked off; the message is for the user to read. */
public final class CommandFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  public CommandFailedException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  public boolean retryable() {
    return retryable;
  }

  /** Nobody foresaw it: its cause is worth a look. */
  boolean isUnexpected() {
    return getCause() instanceof RuntimeException;
  }

  static CommandFailedException of(Throwable thrown) {
    if (thrown instanceof CompletionException wrapper && wrapper.getCause() != null) {
      return of(wrapper.getCause());
    } else if (thrown instanceof CommandFailedException failure) {
      return failure;
    } else if (thrown instanceof HypervisorException failure) {
      return new CommandFailedException(text(failure), failure.retryable(), failure);
    } else if (thrown instanceof DiskException failure) {
      return new CommandFailedException(text(failure), failure.retryable(), failure);
    } else if (thrown instanceof NetworkException failure) {
      return new CommandFailedException(text(failure), true, failure);
    } else if (thrown instanceof UncheckedIOException failure) {
      return new CommandFailedException(
          "The host cannot write its journal: its disk may be full", true, failure);
    }
    return new CommandFailedException("Unexpected failure on the host", false, thrown);
  }

  private static String text(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }
}

package cloud.jarrah.agent.hypervisor;

import org.jspecify.annotations.Nullable;

/** The hypervisor refused or could not be reached. */
public final class HypervisorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  public HypervisorException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  public boolean retryable() {
    return retryable;
  }
}

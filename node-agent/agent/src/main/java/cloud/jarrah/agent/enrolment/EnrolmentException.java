package cloud.jarrah.agent.enrolment;

import org.jspecify.annotations.Nullable;

/** The host could not be enrolled; the message says what to do. */
public final class EnrolmentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  public EnrolmentException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  public boolean retryable() {
    return retryable;
  }
}

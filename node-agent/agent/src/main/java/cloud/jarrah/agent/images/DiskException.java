package cloud.jarrah.agent.images;

import org.jspecify.annotations.Nullable;

/** A disk or an image could not be had. */
public final class DiskException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  public DiskException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  public boolean retryable() {
    return retryable;
  }
}

package cloud.jarrah.node;

import org.jspecify.annotations.Nullable;

/** A message that cannot be read; it is dropped and logged, never retried. */
public class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

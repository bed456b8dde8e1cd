package cloud.jarrah.agent.network;

import org.jspecify.annotations.Nullable;

/** The host's network could not be brought into the wanted state. May always be tried again. */
public final class NetworkException extends Exception {
  private static final long serialVersionUID = 1L;

  public NetworkException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

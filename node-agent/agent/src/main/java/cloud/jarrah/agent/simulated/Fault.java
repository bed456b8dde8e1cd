package cloud.jarrah.agent.simulated;

import org.jspecify.annotations.Nullable;

/**
 * A fault that was ordered for a host.
 *
 * @param command kind as on the wire, for example {@code ensure-running}; {@code *}: every kind
 * @param times how often it happens; 0: until the faults are cleared
 * @param delayMs of DELAY; of CRASH: how long the agent stays away
 * @param retryable of FAIL
 * @param message of FAIL
 */
public record Fault(
    String command,
    Action action,
    int times,
    int delayMs,
    boolean retryable,
    @Nullable String message) {

  /** What goes wrong. */
  public enum Action {
    DELAY,
    DROP,
    DUPLICATE,
    FAIL,
    /** The agent dies before it has looked at the command. */
    CRASH_BEFORE,
    /** The agent dies while it works on the command. */
    CRASH_DURING
  }

  public Fault {
    if (command.isBlank() || times < 0 || delayMs < 0 || delayMs > 3_600_000) {
      throw new IllegalArgumentException(
          "a fault needs a command, times >= 0 and delayMs between 0 and 3600000");
    }
  }

  boolean fits(String kind) {
    return command.equals("*") || command.equals(kind);
  }
}

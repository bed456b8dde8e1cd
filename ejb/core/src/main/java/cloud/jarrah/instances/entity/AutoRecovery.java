package cloud.jarrah.instances.entity;

import java.util.Arrays;
import java.util.Optional;

/** What shall become of an instance whose host has failed, with the names of the public API. */
public enum AutoRecovery {
  /** It is started elsewhere if its disk is within reach there. */
  DEFAULT("default"),
  /** It waits for its host. */
  DISABLED("disabled");

  private final String wireName;

  AutoRecovery(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /** By the name that the public API uses. */
  public static Optional<AutoRecovery> named(String wireName) {
    return Arrays.stream(values()).filter(a -> a.wireName.equals(wireName)).findFirst();
  }
}

package cloud.jarrah.instances.entity;

import java.util.Arrays;
import java.util.Optional;

/** What it means when a guest switches itself off. */
public enum ShutdownBehavior {
  STOP("stop"),
  TERMINATE("terminate");

  private final String wireName;

  ShutdownBehavior(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /** By the name that the public API uses. */
  public static Optional<ShutdownBehavior> named(String wireName) {
    return Arrays.stream(values()).filter(b -> b.wireName.equals(wireName)).findFirst();
  }
}

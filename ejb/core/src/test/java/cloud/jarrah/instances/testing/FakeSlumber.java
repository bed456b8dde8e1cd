package cloud.jarrah.instances.testing;

import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport.Slumber;
import org.jspecify.annotations.Nullable;

/** The agent's rules for hosts that sleep: the greatest number counts. */
public final class FakeSlumber {
  private boolean able;
  private boolean wakeable = true;
  private boolean asleep;
  private long number;

  /** Whether it says that it can sleep. */
  public void able(boolean can) {
    able = can;
  }

  /** Whether a magic packet wakes it. */
  public void wakeable(boolean can) {
    wakeable = can;
  }

  public boolean asleep() {
    return asleep;
  }

  /** Somebody switches it on. */
  public void switchedOn() {
    asleep = false;
  }

  /** A magic packet has come; true if it wakes up now. */
  boolean hears() {
    boolean wakes = asleep && wakeable;
    asleep = asleep && !wakeable;
    return wakes;
  }

  @Nullable Slumber said(String host) {
    return able ? new Slumber(mac(host), number) : null;
  }

  static String mac(String host) {
    return "02:00:00:00:00:0" + host.charAt(host.length() - 1);
  }

  /** Whether the command is one of these; it has been obeyed then. */
  boolean obeys(NodeCommand command, boolean empty) {
    if (command instanceof NodeCommand.Sleep sleep) {
      if (sleep.number() > number) {
        number = sleep.number();
        asleep = able && empty;
      }
      return true;
    }
    if (command instanceof NodeCommand.StayAwake stay) {
      number = Math.max(number, stay.number());
      return true;
    }
    return false;
  }
}

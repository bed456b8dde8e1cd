package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.control.ExternalCommand.Result;
import cloud.jarrah.hosts.control.Fence.Outcome;
import cloud.jarrah.platform.time.Countdown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Switches a machine off by its management controller. What the controller says of the power
 * counts, not how the command ended: one that was off already may call switching it off a failure,
 * and one that says "done" may lie.
 */
final class IpmiFence {
  private static final Pattern POWER =
      Pattern.compile("^Chassis Power is (on|off)\\s*$", Pattern.MULTILINE);

  private final String program;
  private final Limits limits;

  /**
   * How long it may take.
   *
   * @param command one question to the controller
   * @param poll between two looks at the power
   * @param looks how often it is looked whether the power is off
   */
  record Limits(Duration command, Duration poll, int looks) {
    /** Together they stay below what the lease of host failures is held for. */
    static final Limits STANDARD = new Limits(Duration.ofSeconds(8), Duration.ofSeconds(2), 5);
  }

  IpmiFence(String program, Limits limits) {
    this.program = program;
    this.limits = limits;
  }

  /** A controller, and who may switch the machine off. */
  record Controller(String address, String user, String password) {
    @Override
    public String toString() {
      return "Controller[" + address + "]";
    }
  }

  Outcome switchOff(Controller controller, Countdown allowed) {
    Result before = ask(controller, "status", allowed);
    if (isOff(before)) {
      return Outcome.off("Its management controller says that it is off, and was already");
    }
    if (before.late()) {
      return tooLate();
    }
    if (before.timedOut()) {
      return Outcome.notConfirmed(
          "Its management controller " + controller.address() + " does not answer in time");
    }
    Result last = ask(controller, "off", allowed);
    for (int look = 0; look < limits.looks() && !last.late(); look++) {
      last = ask(controller, "status", allowed);
      if (isOff(last)) {
        return Outcome.off("Its management controller says that it is off");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(limits.poll().toMillis()));
    }
    return last.late() ? tooLate() : Outcome.notConfirmed(why(controller, last));
  }

  /** Once; whether it is on by then, the machine says itself. */
  void switchOn(Controller controller) {
    Result unused = ask(controller, "on", Countdown.of(limits.command().multipliedBy(2)));
  }

  private static Outcome tooLate() {
    return Outcome.notConfirmed(
        "This server was too late to switch it off: it was paused, or its management controller is"
            + " slow; it is tried again");
  }

  private static String why(Controller controller, Result last) {
    String where = "Its management controller " + controller.address();
    if (last.timedOut()) {
      return where + " does not answer in time";
    }
    return POWER.matcher(last.output()).find()
        ? where + " says that it is still on although it was told to switch it off"
        : where + " does not tell the power: " + last.shown(controller.password());
  }

  private static boolean isOff(Result result) {
    Matcher power = POWER.matcher(result.output());
    return !result.timedOut() && power.find() && power.group(1).equals("off");
  }

  /** The password goes by the environment: arguments can be read by anybody on the machine. */
  private Result ask(Controller controller, String what, Countdown allowed) {
    return ExternalCommand.run(
        List.of(
            program,
            "-I",
            "lanplus",
            "-H",
            controller.address(),
            "-U",
            controller.user(),
            "-E",
            "-N",
            "3",
            "-R",
            "1",
            "chassis",
            "power",
            what),
        Map.of("IPMI_PASSWORD", controller.password()),
        limits.command(),
        allowed);
  }
}

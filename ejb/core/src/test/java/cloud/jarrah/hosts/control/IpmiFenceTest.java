package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.control.Fence.Outcome;
import cloud.jarrah.platform.time.Countdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real process in the place of ipmitool; what it was told is in a file. */
class IpmiFenceTest {
  private static final String PASSWORD = "s3cret-of-it";
  private static final IpmiFence.Controller CONTROLLER =
      new IpmiFence.Controller("10.9.9.9", "admin", PASSWORD);
  private static final IpmiFence.Limits LIMITS =
      new IpmiFence.Limits(Duration.ofSeconds(2), Duration.ofMillis(20), 4);
  private static final Countdown LONG_ENOUGH = Countdown.of(Duration.ofMinutes(5));

  private Path directory = Path.of("");

  @BeforeEach
  void place(@TempDir Path temporary) {
    directory = temporary;
  }

  /** The power is in the file "power"; the script gets what is asked for as $what. */
  private Outcome switchOff(String script) throws IOException {
    return switchOff(script, LONG_ENOUGH);
  }

  private Outcome switchOff(String script, Countdown allowed) throws IOException {
    Path program = directory.resolve("ipmitool");
    Files.writeString(
        program,
        "#!/bin/sh\ncd "
            + directory
            + "\necho \"$@\" >> told\nfor what; do :; done\n"
            + "power() { echo \"Chassis Power is $(cat power)\"; }\n"
            + script
            + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new IpmiFence(program.toString(), LIMITS).switchOff(CONTROLLER, allowed);
  }

  private void power(String state) throws IOException {
    Files.writeString(directory.resolve("power"), state + "\n");
  }

  private List<String> told() throws IOException {
    return Files.readAllLines(directory.resolve("told"));
  }

  @Test
  void machineIsSwitchedOnWithOneWord() throws IOException {
    power("off");
    switchOff("power");

    new IpmiFence(directory.resolve("ipmitool").toString(), LIMITS).switchOn(CONTROLLER);

    assertThat(told().get(told().size() - 1)).endsWith("chassis power on");
  }

  @Test
  void machineThatGoesOffAfterAWhileIsOff() throws IOException {
    power("on");

    Outcome outcome =
        switchOff(
            """
            if [ "$what" = off ]; then touch pressed; echo "Chassis Power Control: Down/Off"; exit 0; fi
            if [ -e pressed ] && [ -e looked ]; then echo off > power; fi
            if [ -e pressed ]; then touch looked; fi
            power
            """);

    assertThat(outcome.off()).as(outcome.detail()).isTrue();
    assertThat(told()).anyMatch(line -> line.endsWith("chassis power off"));
  }

  @Test
  void thePasswordIsNoArgument() throws IOException {
    power("on");

    switchOff("[ \"$IPMI_PASSWORD\" = " + PASSWORD + " ] && echo off > power\npower");

    assertThat(told()).noneMatch(line -> line.contains(PASSWORD)).allMatch(l -> l.contains("-E"));
    assertThat(Files.readString(directory.resolve("power"))).isEqualTo("off\n");
  }

  @Test
  void machineThatWasOffAlreadyIsOffWhateverTheControllerCallsThat() throws IOException {
    power("off");

    Outcome outcome =
        switchOff("if [ \"$what\" = off ]; then echo 'Invalid command'; exit 1; fi\npower\nexit 1");

    assertThat(outcome.off()).as(outcome.detail()).isTrue();
  }

  @Test
  void controllerThatSaysDoneAndDoesNothingIsNotBelieved() throws IOException {
    power("on");

    Outcome outcome =
        switchOff(
            "if [ \"$what\" = off ]; then echo 'Chassis Power Control: Down/Off'; exit 0; fi\n"
                + "power");

    assertThat(outcome.off()).isFalse();
    assertThat(outcome.detail()).contains("still on", "10.9.9.9");
  }

  @Test
  void wrongPasswordIsToldWithoutThePassword() throws IOException {
    Outcome outcome =
        switchOff("echo \"Error: RAKP 2 HMAC is invalid ($IPMI_PASSWORD)\"; echo off; exit 1");

    assertThat(outcome.off()).isFalse();
    assertThat(outcome.detail()).contains("RAKP 2 HMAC is invalid (***)").doesNotContain(PASSWORD);
  }

  @Test
  void controllerThatHangsIsGivenUp() throws IOException {
    Outcome outcome = switchOff("echo 'Chassis Power is off'; sleep 60 & wait");

    assertThat(outcome.off()).as("what hangs has not answered").isFalse();
    assertThat(outcome.detail()).contains("does not answer in time");
  }

  @Test
  void serverWhoseTimeIsOverSendsNothing() throws IOException {
    power("on");

    Outcome outcome = switchOff("power", Countdown.of(LIMITS.command().minusMillis(1)));

    assertThat(outcome.off()).isFalse();
    assertThat(outcome.detail()).contains("too late");
    assertThat(directory.resolve("told")).doesNotExist();
  }

  /** It is stopped after it has seen that the machine is on, and goes on much later. */
  @Test
  void serverThatIsPausedBeforeItSwitchesOffDoesNot() throws IOException {
    power("on");
    AtomicLong nanos = new AtomicLong();
    Countdown ninety =
        Countdown.of(
            Duration.ofSeconds(90), () -> nanos.getAndAdd(Duration.ofSeconds(60).toNanos()));

    Outcome outcome = switchOff("power", ninety);

    assertThat(outcome.off()).isFalse();
    assertThat(outcome.detail()).contains("too late");
    assertThat(told()).hasSize(1).allMatch(line -> line.endsWith("chassis power status"));
  }

  @Test
  void missingProgramIsTold() {
    Outcome outcome = new IpmiFence("/nowhere/ipmitool", LIMITS).switchOff(CONTROLLER, LONG_ENOUGH);

    assertThat(outcome.off()).isFalse();
    assertThat(outcome.detail()).contains("cannot run /nowhere/ipmitool");
  }
}

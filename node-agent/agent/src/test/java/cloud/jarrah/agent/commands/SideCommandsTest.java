package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import cloud.jarrah.node.NodeCommand.Reboot;
import cloud.jarrah.node.NodeCommand.SendInterrupt;
import cloud.jarrah.node.NodeCommand.TakeScreenshot;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.NodeReport.Screenshot;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Interrupts and screenshots. */
class SideCommandsTest extends EngineFixture {

  private Screenshot screenshot(boolean wakeUp) {
    receive("shot-1", 1, new TakeScreenshot(ID, "shot-1", wakeUp));
    await().until(() -> !reports.screenshots.isEmpty());
    return reports.screenshots.remove(0);
  }

  private long interrupts() {
    return machine.calls().stream().filter(("interrupt " + ID)::equals).count();
  }

  @Test
  void interruptHappensOncePerNumberWhateverComesTwiceOrLate() throws Exception {
    resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(outcomeOf(receive(ID, 0, new SendInterrupt(ID, 7)))).isEqualTo(Outcome.DONE);
    assertThat(outcomeOf(receive(ID, 0, new SendInterrupt(ID, 7)))).isEqualTo(Outcome.DONE);
    restart();
    assertThat(outcomeOf(receive(ID, 0, new SendInterrupt(ID, 7)))).isEqualTo(Outcome.DONE);
    assertThat(outcomeOf(receive(ID, 0, new SendInterrupt(ID, 6)))).isEqualTo(Outcome.DONE);
    assertThat(interrupts()).isEqualTo(1);
    resultOf(receive(ID, 0, new SendInterrupt(ID, 8)));
    assertThat(interrupts()).isEqualTo(2);
  }

  @Test
  void interruptThatFailedIsNotSentAgain() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    machine.fail(new HypervisorException("libvirt does not answer", true, null));
    assertThat(outcomeOf(receive(ID, 0, new SendInterrupt(ID, 7)))).isEqualTo(Outcome.FAILED);
    machine.fail(null);
    resultOf(receive(ID, 0, new SendInterrupt(ID, 7)));
    assertThat(interrupts()).isZero();
  }

  @Test
  void whatIsNotHereIsNotInterrupted() {
    assertThat(outcomeOf(receive(ID, 0, new SendInterrupt(ID, 7)))).isEqualTo(Outcome.FAILED);
    assertThat(journal.find(ID)).isNull();
  }

  @Test
  void guestThatHangsInItsLaneIsInterruptedAndShown() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    CountDownLatch gate = machine.holdDisks();
    var reboot = receive(ID, 2, new EnsureRunning(Specs.instance(ID), new Reboot(2, 60)));
    awaitCall("stop " + ID);
    resultOf(receive(ID, 0, new SendInterrupt(ID, 7)));
    assertThat(screenshot(false).problem()).isNull();
    gate.countDown();
    resultOf(reboot);
  }

  @Test
  void screenshotIsAJpeg() throws Exception {
    Screenshot shot = screenshot(true);
    assertThat(machine.calls()).contains("screenshot " + ID + " awake");
    byte[] jpeg = Base64.getDecoder().decode(Objects.requireNonNull(shot.image()));
    assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(8);
  }

  @Test
  void missingDisplayIsHopelessAndASilentHypervisorIsNot() {
    machine.fail(new HypervisorException("no display", false, null));
    Screenshot none = screenshot(false);
    assertThat(none.image()).isNull();
    assertThat(none.problem()).isEqualTo("no display");
    assertThat(none.hopeless()).isTrue();
    machine.fail(new HypervisorException("no answer", true, null));
    assertThat(screenshot(false).hopeless()).isFalse();
  }

  @Test
  void hostThatIsLetInAgainEndsWhatLivesElsewhereAndSpeaksWithItsNewEpoch() throws Exception {
    resultOf(receive(ID, 1, Specs.run(ID)));
    resultOf(receive(OTHER, 1, Specs.run(OTHER)));

    receive(HOST, 0, new NodeCommand.Readmit(EPOCH + 2, List.of(ID)));

    await().until(() -> epoch == EPOCH + 2);
    assertThat(journal.find(ID)).as("not even a tombstone, it may come back").isNull();
    assertThat(entry(OTHER).power()).isEqualTo(Power.RUNNING);
    assertThat(machine.calls().stream().filter(("remove " + ID)::equals))
        .as("domain and port, and not the disk, which is another host's by now")
        .hasSize(2);
    assertThat(machine.calls()).doesNotContain("remove " + OTHER);
    int before = reports.results.size();
    receive(OTHER, 2, Specs.run(OTHER));
    assertThat(reports.results).as("the former epoch is void").hasSize(before);
  }
}

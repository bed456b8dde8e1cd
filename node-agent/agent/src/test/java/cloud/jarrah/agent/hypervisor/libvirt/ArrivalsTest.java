package cloud.jarrah.agent.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.hypervisor.libvirt.Arrivals.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {
  private static final String ID = "i-0000000a";

  private final Arrivals arrivals = new Arrivals();

  private Verdict verdict(int state, int reason, boolean arriving) {
    return arrivals.judge(
        ID, new LibvirtConnection.State(LibvirtState.translate(state, reason), state), arriving);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "running, 1, 1, true, CAME",
    "running and settled, 1, 1, false, CAME",
    "its memory is on its way, 3, 2, true, UNDECIDED",
    "its process is being made, 3, 11, true, UNDECIDED",
    "left over from a broken arrival, 3, 2, false, NOT_COME",
    "its disk's storage is full, 3, 5, false, CAME",
    "paused by somebody, 3, 1, false, CAME",
    "paused while libvirt is at it, 3, 1, true, UNDECIDED",
    "asleep, 7, 0, false, CAME",
    "about to end, 4, 0, false, UNDECIDED",
    "defined and never started, 5, 0, false, NOT_COME",
    "its arrival failed, 5, 6, false, NOT_COME",
    "its arrival was ended, 5, 2, false, NOT_COME",
    "its process died, 5, 3, false, NOT_COME",
  })
  void stateTellsWhetherItCame(
      String situation, int state, int reason, boolean arriving, Verdict expected) {
    assertThat(verdict(state, reason, arriving)).as(situation).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "5, 3", "5, 2", "4, 0"})
  void whatWasHeardToComeHasComeEvenIfItIsOffSince(int state, int reason) {
    arrivals.hear(ID);
    assertThat(verdict(state, reason, false)).isEqualTo(Verdict.CAME);
  }

  @Test
  void formerArrivalSaysNothingOfTheNext() {
    arrivals.hear(ID);
    arrivals.expect(ID);
    assertThat(verdict(LibvirtState.SHUTOFF, 0, false)).isEqualTo(Verdict.NOT_COME);
  }

  @Test
  void whatIsNotThereHasNotCome() {
    arrivals.hear(ID);
    assertThat(arrivals.judge(ID, null, false)).isEqualTo(Verdict.NOT_COME);
  }
}

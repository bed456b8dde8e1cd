package cloud.jarrah.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.images.DiskException;
import cloud.jarrah.node.InstanceSpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedDisksTest {
  private static final InstanceSpec SPEC = Specs.instance("i-0000000a");

  private final SimulatedDisks own = new SimulatedDisks(false);
  private final SimulatedDisks shared = new SimulatedDisks(true);

  private static void ensure(SimulatedDisks disks, InstanceSpec spec, boolean mayMake)
      throws DiskException {
    assertThat(disks.ensure(spec, mayMake, Instant.EPOCH)).isNotNull();
  }

  @Test
  void diskThatIsSaidToExistIsNotMade() throws DiskException {
    assertThatThrownBy(() -> ensure(own, SPEC.ofExistingDisk(), true))
        .matches(e -> ((DiskException) e).retryable());
    ensure(own, SPEC, true);
    ensure(own, SPEC.ofExistingDisk(), true);
    own.ensureAbsent(SPEC.id());
    assertThatThrownBy(() -> ensure(own, SPEC, false))
        .matches(e -> !((DiskException) e).retryable());
  }

  @Test
  void sharedDiskIsNotMadeAnew() throws DiskException {
    ensure(shared, SPEC, true);
    assertThatThrownBy(() -> shared.makeAnew(SPEC, Instant.EPOCH))
        .isInstanceOf(DiskException.class);
    ensure(shared, SPEC, false);
  }
}

package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import org.junit.jupiter.api.Test;

/**
 * The checker of {@code ./jarrah chaos} is worth nothing if it overlooks something: on a cloud of
 * its own, each planted fault must be reported by exactly its invariant.
 */
class ChaosCheckerIT {

  @Test
  void eachPlantedFaultIsReportedByItsInvariantAndACleanCloudByNone() {
    ChildProcess.Ended proof = TestedCloud.current().jarrah("chaos", "--prove", "--yes");
    assertThat(proof.succeeded()).as("%s", proof).isTrue();
  }
}

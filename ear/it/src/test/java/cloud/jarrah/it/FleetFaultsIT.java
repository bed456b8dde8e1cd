package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.SimulatedCloud;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.wire.HttpAnswer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many launches and one death, on simulated hosts in a cloud of their own. */
class FleetFaultsIT {
  private static final int LAUNCHES = 20;
  private static final int USERS = 5;
  private static final int SOME = 4;

  @RegisterExtension static final SimulatedCloud FLEET = new SimulatedCloud("fleet", 2);

  private final Tenant demo = Tenant.existing(FLEET.cloud(), "demo");

  @Test
  void noLaunchIsLostOrDoubledWhenTheServerDiesAmongThem() throws Exception {
    Map<Integer, String> told = new ConcurrentHashMap<>();
    CountDownLatch some = new CountDownLatch(SOME);
    ExecutorService users = Executors.newFixedThreadPool(USERS);
    try {
      List<Future<?>> calls = startLaunches(users, told, some);
      assertThat(some.await(1, TimeUnit.MINUTES)).as("some are launched").isTrue();
      Daemons.kill(new Daemons(FLEET.cloud()).server());
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      users.shutdownNow();
    }
    assertThat(told).as("the death came among the launches").hasSizeLessThan(LAUNCHES);
    FLEET.cloud().upAgain();

    Map<Integer, String> repeated = new ConcurrentHashMap<>();
    for (int n = 0; n < LAUNCHES; n++) {
      repeated.put(n, instance(launch(n).orThrow()));
    }
    assertThat(repeated).as("what was told before the death stays true").containsAllEntriesOf(told);
    assertThat(repeated.values()).doesNotHaveDuplicates();
    repeated.values().forEach(id -> demo.machines().await(id, "running"));
    assertThat(demo.machines().all())
        .extracting(Machine::id)
        .containsExactlyInAnyOrderElementsOf(repeated.values());
  }

  /** Several users at once; those whose connection breaks do not know what became of their call. */
  private List<Future<?>> startLaunches(
      ExecutorService users, Map<Integer, String> told, CountDownLatch some) {
    return IntStream.range(0, LAUNCHES)
        .<Future<?>>mapToObj(
            n ->
                users.submit(
                    () -> {
                      try {
                        HttpAnswer answer = launch(n);
                        if (answer.status() == 200) {
                          told.put(n, instance(answer));
                          some.countDown();
                        }
                      } catch (UncheckedIOException e) {
                        // Its repetition will tell.
                        return;
                      }
                    }))
        .toList();
  }

  private HttpAnswer launch(int n) {
    return demo.query()
        .ec2(
            "RunInstances",
            "ImageId",
            demo.imageId(),
            "MinCount",
            "1",
            "MaxCount",
            "1",
            "ClientToken",
            "fleet-" + n);
  }

  private static String instance(HttpAnswer answer) {
    return answer.xml().first("instanceId");
  }
}

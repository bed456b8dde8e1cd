package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.SimulatedCloud;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.tools.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Idle hosts sleep, and are woken by magic packets: simulated ones, on loopback. */
class PowerSavingIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int HOSTS = 4;
  private static final int CORES = 4;

  /** The port for magic packets is known when the cloud is up: then it is brought up again. */
  private static final String POLICY =
      "-Djarrah.hosts.placement=POWERSAVE -Djarrah.hosts.powersave-idle=20";

  @RegisterExtension
  static final SimulatedCloud FLEET =
      new SimulatedCloud(
          "powersave", HOSTS, 1, Map.of("JARRAH_SIMULATED_CORES", Integer.toString(CORES)));

  private final Tenant demo = Tenant.existing(FLEET.cloud(), "demo");
  private final AdminApi admin = AdminApi.of(FLEET.cloud());

  private List<String> power() {
    List<String> power = new ArrayList<>();
    for (JsonNode host : admin.get("/hosts").get("hosts")) {
      power.add(host.get("power").asText());
    }
    return power;
  }

  private long asleep() {
    return power().stream().filter("ASLEEP"::equals).count();
  }

  @Test
  void idleHostsSleepAndWakeForMoreThanFitsOnTheOthers() {
    String address = " -Djarrah.hosts.wake-address=127.0.0.1:" + FLEET.cloud().port(8791);
    FLEET.cloud().export("JARRAH_JAVA_OPTS", POLICY + address);
    FLEET.cloud().upAgain();
    Waiting.until("all but one sleep", LIMIT, this::asleep, n -> n == HOSTS - 1);
    Waiting.always(
        "their silence changes nothing", Duration.ofSeconds(40), this::asleep, n -> n == HOSTS - 1);
    for (JsonNode host : admin.get("/hosts").get("hosts")) {
      assertThat(host.get("standing").asText()).isEqualTo("ACTIVE");
    }

    List<String> ids = demo.machines().launch(2 * CORES + 1);
    ids.forEach(id -> demo.machines().await(id, "running"));
    assertThat(ids.stream().map(admin::hostOf).distinct()).hasSize(3);
    Waiting.until("the last one sleeps on", LIMIT, this::asleep, n -> n == 1);

    ids.forEach(id -> demo.machines().tell("TerminateInstances", id));
    Waiting.until("they sleep again", LIMIT, this::asleep, n -> n == HOSTS - 1);
  }
}

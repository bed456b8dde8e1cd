package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.SimulatedCloud;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host is emptied, taken out of service and taken back, on simulated hosts that move guests. */
class MaintenanceIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int HOSTS = 3;

  @RegisterExtension static final SimulatedCloud FLEET = new SimulatedCloud("maintenance", HOSTS);

  private final Tenant demo = Tenant.existing(FLEET.cloud(), "demo");
  private final AdminApi admin = AdminApi.of(FLEET.cloud());

  private JsonNode drain(AdminApi.Host host) {
    return admin.get("/hosts/" + host.id() + "/drain");
  }

  @Test
  void whatRunsOnAHostRunsElsewhereBeforeItIsTakenOutOfService() {
    List<String> ids = demo.machines().launch(2 * HOSTS);
    ids.forEach(id -> demo.machines().await(id, "running"));
    AdminApi.Host host = admin.host(admin.hostOf(ids.get(0)));

    HttpAnswer begun = admin.call("POST", "/hosts/" + host.id() + "/drain", "");
    assertThat(begun.status()).as("%s", begun).isEqualTo(200);
    Waiting.until(
        "the host is empty",
        LIMIT,
        () -> drain(host),
        seen -> seen.get("duty").asText().equals("MAINTENANCE"));

    assertThat(ids)
        .allSatisfy(id -> assertThat(admin.hostOf(id)).isNotEmpty().isNotEqualTo(host.name()))
        .allSatisfy(id -> assertThat(demo.machines().see(id)).matches(each -> each.is("running")));
    assertThat(admin.host(host.name()).usedCores()).isZero();

    List<String> more = demo.machines().launch(2 * HOSTS);
    assertThat(more).noneMatch(id -> admin.hostOf(id).equals(host.name()));

    admin.call("POST", "/hosts/" + host.id() + "/return", "").orThrow();
    String last = demo.machines().launch();
    assertThat(admin.hostOf(last)).as("the emptiest host is taken first").isEqualTo(host.name());
    Machine running = demo.machines().await(last, "running");
    assertThat(running.id()).isEqualTo(last);
  }
}

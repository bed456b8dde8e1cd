package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.hosts.entity.FenceSettings;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.platform.time.Countdown;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FencingSetupTest {
  private final TestDatabase db = TestDatabase.create();
  private final Sealing sealing = new Sealing(TestKeys.fixed());

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void thePasswordIsSealedInTheDatabase() {
    db.transactions()
        .run(
            () -> {
              db.entityManager().persist(new Host("host-1", "h", "z", db.time().now()));
              new FencingSetup(db.entityManager(), sealing, db.time())
                  .put("host-1", FencingSetup.check("IPMI", "10.1.1.1", "admin", "geheim"));
            });

    String stored =
        db.transactions()
            .requiresNew(() -> db.entityManager().find(FenceSettings.class, "host-1").secret());
    assertThat(stored).isNotNull().doesNotContain("geheim");
    assertThat(sealing.open(stored == null ? "" : stored, FenceSettings.place("host-1")))
        .isEqualTo("geheim");
  }

  @Test
  void aHostWithoutSettingsWaitsForTheAdministrator() {
    Fence fence =
        new ConfiguredFence(
            db.entityManager(), db.transactions(), sealing, new Settings(name -> Optional.empty()));

    assertThat(fence.switchOff("host-1", Countdown.of(Duration.ofMinutes(1))))
        .returns(false, Fence.Outcome::off)
        .extracting(Fence.Outcome::detail)
        .asString()
        .contains("POST /admin/v1/hosts/host-1/confirm-off");
  }

  @ParameterizedTest
  @CsvSource({
    "SSH, 10.1.1.1, admin, geheim",
    "IPMI, -oProxyCommand=x, admin, geheim",
    "IPMI, 10.1.1.1 -f /etc/shadow, admin, geheim",
    "IPMI, 10.1.1.1, -f, geheim",
    "IPMI, 10.1.1.1, admin, 'mit leer'",
    "IPMI, 10.1.1.1, admin, 123456789012345678901",
    "IPMI, 10.1.1.1, admin,",
  })
  void whatCouldBeMistakenForAnOptionIsRefused(
      String method, String address, String user, String password) {
    assertThatThrownBy(() -> FencingSetup.check(method, address, user, password))
        .isInstanceOf(ApiException.class)
        .hasMessageNotContainingAny("geheim", "mit leer", "123456789012345678901");
  }
}

package cloud.jarrah.launchtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateMaintenanceOptions;
import cloud.jarrah.api.ec2.LaunchTemplateMonitoring;
import cloud.jarrah.api.ec2.LaunchTemplatePlacement;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What templates say about placement groups, protection, monitoring and recovery. */
class LaunchTemplateOptionsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final TemplateActions ACTIONS = new TemplateActions(DB);

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE);
  }

  private static LaunchTemplateData placed(Consumer<LaunchTemplatePlacement> how) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.placement = new LaunchTemplatePlacement();
    how.accept(data.placement);
    return data;
  }

  private static LaunchTemplateMaintenanceOptions recovery(String choice) {
    LaunchTemplateMaintenanceOptions options = new LaunchTemplateMaintenanceOptions();
    options.autoRecovery = choice;
    return options;
  }

  private static LaunchTemplateData recovering(String choice) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.maintenanceOptions = recovery(choice);
    return data;
  }

  private static LaunchTemplateData shown(LaunchTemplateData data) {
    ACTIONS.create(Callers.ALICE, "web", data, r -> {});
    return Objects.requireNonNull(
        ACTIONS
            .versions(Callers.ALICE, r -> r.launchTemplateName = "web")
            .launchTemplateVersionSet
            .get(0)
            .launchTemplateData);
  }

  private static void assertRefused(ErrorCode code, LaunchTemplateData data) {
    assertThatThrownBy(() -> ACTIONS.create(Callers.ALICE, "abc", data, r -> {}))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void versionsAreShownAsTheyWereSaid() {
    LaunchTemplateData data =
        placed(
            placement -> {
              placement.groupName = "each alone";
              placement.groupId = "";
              placement.partitionNumber = 7;
            });
    data.monitoring = new LaunchTemplateMonitoring();
    data.monitoring.enabled = true;
    data.disableApiTermination = true;
    data.disableApiStop = false;
    data.maintenanceOptions = recovery("disabled");
    LaunchTemplateData shown = shown(data);
    LaunchTemplatePlacement placement = Objects.requireNonNull(shown.placement);
    assertThat(placement.groupName).isEqualTo("each alone");
    assertThat(placement.groupId).isNull();
    assertThat(placement.partitionNumber).isEqualTo(7);
    assertThat(Objects.requireNonNull(shown.monitoring).enabled).isTrue();
    assertThat(shown.disableApiTermination).isTrue();
    assertThat(shown.disableApiStop).isFalse();
    assertThat(Objects.requireNonNull(shown.maintenanceOptions).autoRecovery).isEqualTo("disabled");
  }

  @Test
  void groupByIdIsShownAlthoughItDoesNotExist() {
    LaunchTemplateData shown = shown(placed(placement -> placement.groupId = "pg-0123456789"));
    assertThat(Objects.requireNonNull(shown.placement).groupId).isEqualTo("pg-0123456789");
  }

  @Test
  void groupsOfImpossibleFormAreRefused() {
    for (String name : new String[] {" x", "x ", "ä", "a\nb", "x".repeat(256)}) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, placed(p -> p.groupName = name));
    }
    for (String id : new String[] {"parts", "pg-", "pg-xyz", "pg-" + "0".repeat(33)}) {
      assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_ID_MALFORMED, placed(p -> p.groupId = id));
    }
    for (int number : new int[] {-1, 0, 8}) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, placed(p -> p.partitionNumber = number));
    }
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        placed(
            placement -> {
              placement.groupName = "parts";
              placement.groupId = "pg-1";
            }));
    assertRefused(ErrorCode.MISSING_PARAMETER, placed(placement -> placement.groupName = ""));
  }

  @Test
  void choicesOfRecoveryThatThereAreNotAreRefused() {
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, recovering("Disabled"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, recovering("enabled"));
    assertRefused(ErrorCode.MISSING_PARAMETER, recovering(""));
  }
}

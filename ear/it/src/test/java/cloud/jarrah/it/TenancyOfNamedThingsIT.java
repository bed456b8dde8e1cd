package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.wire.HttpAnswer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@link TenancyIT} asks once per action, for the further things that a request can name. */
class TenancyOfNamedThingsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant OWNER = Tenant.of(CLOUD, "owner2");
  @RegisterExtension static final Tenant STRANGER = Tenant.of(CLOUD, "stranger2");

  @TestFactory
  Stream<DynamicTest> whatARequestNamesBesideItsSubjectIsNotTheirsEither() {
    String template = of("CreateLaunchTemplate", "launchTemplateId", templateNamed("beside"));
    String group =
        of("CreatePlacementGroup", "groupId", "GroupName", "beside", "Strategy", "spread");
    String key = of("CreateKeyPair", "keyPairId", "KeyName", "beside");
    OWNER.machines().launch();
    String nic = of("DescribeInstances", "networkInterfaceId");
    return Stream.of(
        launch("InvalidLaunchTemplateId.NotFound", "LaunchTemplate.LaunchTemplateId", template),
        launch(
            "InvalidLaunchTemplateName.NotFoundException",
            "LaunchTemplate.LaunchTemplateName",
            "beside"),
        launch("InvalidPlacementGroup.Unknown", "Placement.GroupId", group),
        launch("InvalidPlacementGroup.Unknown", "Placement.GroupName", "beside"),
        tag("CreateTags", "InvalidKeyPair.NotFound", key),
        tag("DeleteTags", "InvalidKeyPair.NotFound", key),
        tag("CreateTags", "InvalidNetworkInterfaceID.NotFound", nic),
        tag("DeleteTags", "InvalidNetworkInterfaceID.NotFound", nic),
        tag("CreateTags", "InvalidLaunchTemplateId.NotFound", template),
        tag("DeleteTags", "InvalidLaunchTemplateId.NotFound", template));
  }

  private static String of(String action, String element, String... parameters) {
    return OWNER.query().ec2(action, parameters).orThrow().xml().first(element);
  }

  private static String[] templateNamed(String name) {
    return new String[] {"LaunchTemplateName", name, "LaunchTemplateData.InstanceType", "m1.small"};
  }

  private static DynamicTest launch(String code, String parameter, String theirs) {
    return refusal(
        "RunInstances",
        code,
        theirs,
        "ImageId",
        STRANGER.imageId(),
        "MinCount",
        "1",
        "MaxCount",
        "1",
        parameter,
        theirs);
  }

  private static DynamicTest tag(String action, String code, String theirs) {
    return refusal(action, code, theirs, "ResourceId.1", theirs, "Tag.1.Key", "a");
  }

  private static DynamicTest refusal(
      String action, String code, String theirs, String... parameters) {
    return DynamicTest.dynamicTest(
        action + " " + theirs,
        () -> {
          HttpAnswer answer = STRANGER.query().ec2(action, parameters);
          assertThat(answer.errorCode()).as("%s", answer).isEqualTo(code);
          assertThat(answer.status()).isEqualTo(400);
          assertThat(answer.body()).doesNotContain(OWNER.accountId());
        });
  }
}

package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.Keys;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.sts.StsClient;

/** Every action by the AWS SDK for Java, version 2. */
class AwsSdkJavaIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "sdk");

  private static final Ec2Client EC2 =
      Ec2Client.builder()
          .endpointOverride(CLOUD.endpoint())
          .region(Region.of(CLOUD.setting("REGION")))
          .credentialsProvider(credentials())
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
          .build();

  private static AwsCredentialsProvider credentials() {
    // Asked for at the first call: the account is made before the first test.
    return () -> {
      Keys keys = TENANT.keys();
      return AwsBasicCredentials.create(keys.accessKeyId(), keys.secret());
    };
  }

  @AfterAll
  static void close() {
    EC2.close();
  }

  @Test
  void callersLearnWhoTheyAre() {
    Keys keys = TENANT.keys();
    try (StsClient sts =
        StsClient.builder()
            .endpointOverride(CLOUD.endpoint())
            .region(Region.of(CLOUD.setting("REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.accessKeyId(), keys.secret())))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo(TENANT.accountId());
      assertThat(sts.getCallerIdentity().arn()).contains(TENANT.accountId());
    }
  }

  @Test
  void regionsZonesAndImagesAreShown() {
    assertThat(EC2.describeRegions().regions())
        .extracting(software.amazon.awssdk.services.ec2.model.Region::regionName)
        .containsExactly(CLOUD.setting("REGION"));
    assertThat(EC2.describeAvailabilityZones().availabilityZones())
        .extracting(AvailabilityZone::zoneName)
        .containsExactly(CLOUD.zone());
    assertThat(EC2.describeImages(r -> r.imageIds(TENANT.imageId())).images())
        .extracting(Image::imageId)
        .containsExactly(TENANT.imageId());
  }

  @Test
  void keyPairsAreMadeImportedListedAndDeleted() throws NoSuchAlgorithmException {
    assertThat(EC2.createKeyPair(r -> r.keyName("made")).keyMaterial()).contains("PRIVATE KEY");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] der = generator.generateKeyPair().getPublic().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    EC2.importKeyPair(r -> r.keyName("imported").publicKeyMaterial(SdkBytes.fromUtf8String(pem)));
    assertThat(EC2.describeKeyPairs().keyPairs())
        .extracting(KeyPairInfo::keyName)
        .contains("made", "imported");
    EC2.deleteKeyPair(r -> r.keyName("made"));
    Ec2Exception refusal =
        catchThrowableOfType(
            Ec2Exception.class, () -> EC2.describeKeyPairs(r -> r.keyNames("made")));
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidKeyPair.NotFound");
    assertThat(refusal.requestId()).isNotEmpty();
  }

  @Test
  void aMachineIsLaunchedStoppedStartedAndTerminated() {
    RunInstancesRequest order =
        RunInstancesRequest.builder()
            .imageId(TENANT.imageId())
            .instanceType("m1.small")
            .minCount(1)
            .maxCount(1)
            .clientToken("sdk-story")
            .placement(p -> p.availabilityZone(CLOUD.zone()))
            .build();
    RunInstancesResponse launched = EC2.runInstances(order);
    assertThat(EC2.runInstances(order).reservationId()).isEqualTo(launched.reservationId());
    String id = launched.instances().get(0).instanceId();
    Instance running = await(id, InstanceStateName.RUNNING);
    assertThat(running.networkInterfaces().get(0).privateIpAddress())
        .isEqualTo(running.privateIpAddress());
    assertThat(EC2.getConsoleOutput(r -> r.instanceId(id)).instanceId()).isEqualTo(id);

    List<InstanceStateChange> changes =
        EC2.stopInstances(r -> r.instanceIds(id).force(true)).stoppingInstances();
    assertThat(changes.get(0).previousState().name()).isEqualTo(InstanceStateName.RUNNING);
    await(id, InstanceStateName.STOPPED);
    EC2.startInstances(r -> r.instanceIds(id));
    await(id, InstanceStateName.RUNNING);
    EC2.terminateInstances(r -> r.instanceIds(id));
    await(id, InstanceStateName.TERMINATED);
  }

  private static Instance await(String id, InstanceStateName state) {
    return Waiting.until(
        id + " is " + state,
        Machines.LIMIT,
        () ->
            EC2.describeInstancesPaginator(r -> r.maxResults(5)).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .filter(instance -> instance.instanceId().equals(id))
                .findFirst()
                .orElseThrow(),
        instance -> instance.state().name() == state);
  }
}

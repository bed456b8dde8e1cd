package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.Waiting;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;

/** What {@link AwsSdkJavaIT} and {@link MachineIT} do, by the SDK's other client. */
class AsynchronousSdkIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "async");

  private static final Ec2AsyncClient EC2 = Ec2Clients.asynchronousOf(TENANT);

  @AfterAll
  static void close() {
    EC2.close();
  }

  @Test
  void regionsZonesAndImagesAreShown() {
    assertThat(EC2.describeRegions().join().regions())
        .singleElement()
        .satisfies(r -> assertThat(r.regionName()).isEqualTo(CLOUD.setting("REGION")));
    assertThat(EC2.describeAvailabilityZones().join().availabilityZones())
        .extracting(AvailabilityZone::zoneName)
        .containsExactly(CLOUD.zone());
    assertThat(EC2.describeImages(r -> r.imageIds(TENANT.imageId())).join().images())
        .extracting(Image::imageId)
        .containsExactly(TENANT.imageId());
  }

  @Test
  void keyPairsAreMadeImportedListedAndDeleted() throws NoSuchAlgorithmException {
    assertThat(EC2.createKeyPair(r -> r.keyName("made")).join().keyMaterial())
        .contains("PRIVATE KEY");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    EC2.importKeyPair(r -> r.keyName("imported").publicKeyMaterial(SdkBytes.fromUtf8String(pem)))
        .join();
    EC2.deleteKeyPair(r -> r.keyName("made")).join();
    assertThat(EC2.describeKeyPairs().join().keyPairs())
        .extracting(KeyPairInfo::keyName)
        .containsExactly("imported");
  }

  @Test
  void aMachineIsLaunchedRebootedStoppedStartedAndTerminated() {
    String id =
        EC2.runInstances(
                r -> r.imageId(TENANT.imageId()).instanceType("m1.small").minCount(1).maxCount(1))
            .join()
            .instances()
            .get(0)
            .instanceId();
    await(id, InstanceStateName.RUNNING);
    assertThat(EC2.describeInstanceStatus(r -> r.instanceIds(id)).join().instanceStatuses())
        .singleElement()
        .satisfies(status -> assertThat(status.systemStatus().statusAsString()).isEqualTo("ok"));
    assertThat(EC2.getConsoleOutput(r -> r.instanceId(id)).join().instanceId()).isEqualTo(id);
    EC2.rebootInstances(r -> r.instanceIds(id)).join();
    EC2.stopInstances(r -> r.instanceIds(id).force(true)).join();
    await(id, InstanceStateName.STOPPED);
    EC2.startInstances(r -> r.instanceIds(id)).join();
    await(id, InstanceStateName.RUNNING);
    EC2.terminateInstances(r -> r.instanceIds(id)).join();
    await(id, InstanceStateName.TERMINATED);
  }

  private static void await(String id, InstanceStateName wanted) {
    Waiting.until(
        id + " is " + wanted,
        Machines.LIMIT,
        () -> see(id),
        instance -> instance.state().name() == wanted);
  }

  private static Instance see(String id) {
    return EC2.describeInstances(r -> r.instanceIds(id))
        .join()
        .reservations()
        .get(0)
        .instances()
        .get(0);
  }
}

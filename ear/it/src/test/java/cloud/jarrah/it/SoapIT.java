package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.client.ec2.AvailabilityZoneItemType;
import cloud.jarrah.client.ec2.DescribeKeyPairsResponseItemType;
import cloud.jarrah.client.ec2.DescribeRegionsType;
import cloud.jarrah.client.ec2.RegionItemType;
import cloud.jarrah.client.ec2.RunningInstancesItemType;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.cloud.Wsdl;
import cloud.jarrah.it.tools.SoapClient;
import cloud.jarrah.it.tools.Waiting;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every action by stubs that were generated from the committed WSDL. */
class SoapIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "soap");
  @RegisterExtension static final Tenant OTHER = Tenant.of(CLOUD, "soap2");

  private final SoapClient soap = SoapClient.of(TENANT.environment());

  @Test
  void theServedWsdlIsTheCommittedOne() {
    assertThat(Wsdl.of(CLOUD).actions()).isEqualTo(Wsdl.committed(CLOUD).actions());
  }

  @Test
  void regionsZonesAndImagesAreShown() {
    assertThat(soap.port().describeRegions(new DescribeRegionsType()).getRegionInfo().getItem())
        .extracting(RegionItemType::getRegionName)
        .containsExactly(CLOUD.setting("REGION"));
    assertThat(soap.zones())
        .extracting(AvailabilityZoneItemType::getZoneName)
        .containsExactly(CLOUD.zone());
    assertThat(soap.image(TENANT.imageId()).getImageState()).isEqualTo("available");
  }

  @Test
  void keyPairsAreMadeImportedListedAndDeleted() {
    assertThat(soap.createKeyPair("made").getKeyMaterial()).contains("PRIVATE KEY");
    soap.importKeyPair("imported", Base64.getEncoder().encodeToString(publicKey()));
    assertThat(soap.keyPairs())
        .extracting(DescribeKeyPairsResponseItemType::getKeyName)
        .contains("made", "imported");
    soap.deleteKeyPair("made");
    assertThat(soap.keyPairs())
        .extracting(DescribeKeyPairsResponseItemType::getKeyName)
        .doesNotContain("made");
  }

  /** In OpenSSH's form; the key is the first one of RFC 8032, 7.1. */
  private static byte[] publicKey() {
    byte[] key =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    byte[] name = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer blob = ByteBuffer.allocate(8 + name.length + key.length);
    blob.putInt(name.length).put(name).putInt(key.length).put(key);
    String line = "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.array()) + " it\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aMachineIsLaunchedStoppedStartedAndTerminated() {
    String id = soap.launch(TENANT.imageId(), "m1.small", "soap-story");
    assertThat(soap.launch(TENANT.imageId(), "m1.small", "soap-story")).isEqualTo(id);
    await(id, "running");
    assertThat(soap.console(id).getInstanceId()).isEqualTo(id);
    assertThat(soap.stop(id).getPreviousState().getName()).isEqualTo("running");
    RunningInstancesItemType stopped = await(id, "stopped");
    assertThat(stopped.getStateReason().getCode()).isEqualTo("Client.UserInitiatedShutdown");
    soap.start(id);
    await(id, "running");
    soap.terminate(id);
    await(id, "terminated");
  }

  private RunningInstancesItemType await(String id, String state) {
    return Waiting.until(
        id + " is " + state,
        Machines.LIMIT,
        () -> soap.instance(id),
        instance -> instance.getInstanceState().getName().equals(state));
  }

  @Test
  void strangersAreToldThatTheInstanceDoesNotExist() {
    String id = OTHER.machines().launch();
    SOAPFaultException fault =
        catchThrowableOfType(SOAPFaultException.class, () -> soap.terminate(id));
    assertThat(fault.getFault().getFaultCode()).endsWith("Client.InvalidInstanceID.NotFound");
  }

  @Test
  void anotherUsersKeyDoesNotFitTheCertificate() {
    SoapClient forged =
        SoapClient.of(TENANT.environment(), OTHER.environment().getOrDefault("JARRAH_KEY", ""));
    SOAPFaultException fault = catchThrowableOfType(SOAPFaultException.class, forged::zones);
    assertThat(fault.getFault().getFaultCode()).endsWith("Client.AuthFailure");
  }
}

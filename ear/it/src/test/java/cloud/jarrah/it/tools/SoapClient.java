package cloud.jarrah.it.tools;

import cloud.jarrah.client.JarrahClient;
import cloud.jarrah.client.ec2.AmazonEC2PortType;
import cloud.jarrah.client.ec2.AvailabilityZoneItemType;
import cloud.jarrah.client.ec2.CreateKeyPairResponseType;
import cloud.jarrah.client.ec2.CreateKeyPairType;
import cloud.jarrah.client.ec2.DeleteKeyPairType;
import cloud.jarrah.client.ec2.DescribeAvailabilityZonesType;
import cloud.jarrah.client.ec2.DescribeImagesItemType;
import cloud.jarrah.client.ec2.DescribeImagesResponseItemType;
import cloud.jarrah.client.ec2.DescribeImagesType;
import cloud.jarrah.client.ec2.DescribeInstancesType;
import cloud.jarrah.client.ec2.DescribeKeyPairsResponseItemType;
import cloud.jarrah.client.ec2.DescribeKeyPairsType;
import cloud.jarrah.client.ec2.GetConsoleOutputResponseType;
import cloud.jarrah.client.ec2.GetConsoleOutputType;
import cloud.jarrah.client.ec2.ImportKeyPairType;
import cloud.jarrah.client.ec2.InstanceIdType;
import cloud.jarrah.client.ec2.InstanceStateChangeType;
import cloud.jarrah.client.ec2.RunInstancesType;
import cloud.jarrah.client.ec2.RunningInstancesItemType;
import cloud.jarrah.client.ec2.StartInstancesType;
import cloud.jarrah.client.ec2.StopInstancesType;
import cloud.jarrah.client.ec2.TerminateInstancesType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stubs, with requests as short as tests want them. */
public record SoapClient(AmazonEC2PortType port) {

  public static SoapClient of(Map<String, String> account) {
    return of(account, account.getOrDefault("JARRAH_KEY", ""));
  }

  /** With a key of one's own choice. */
  public static SoapClient of(Map<String, String> account, String key) {
    return new SoapClient(
        JarrahClient.connect(
            URI.create(account.getOrDefault("JARRAH_SOAP_URL", "")),
            Path.of(account.getOrDefault("JARRAH_CERT", "")),
            Path.of(key)));
  }

  public List<AvailabilityZoneItemType> zones() {
    return port.describeAvailabilityZones(new DescribeAvailabilityZonesType())
        .getAvailabilityZoneInfo()
        .getItem();
  }

  public DescribeImagesResponseItemType image(String id) {
    DescribeImagesItemType item = new DescribeImagesItemType();
    item.setImageId(id);
    DescribeImagesType request = new DescribeImagesType();
    request.setImagesSet(new DescribeImagesType.ImagesSet());
    request.getImagesSet().getItem().add(item);
    return port.describeImages(request).getImagesSet().getItem().get(0);
  }

  public CreateKeyPairResponseType createKeyPair(String name) {
    CreateKeyPairType request = new CreateKeyPairType();
    request.setKeyName(name);
    return port.createKeyPair(request);
  }

  public void importKeyPair(String name, String material) {
    ImportKeyPairType request = new ImportKeyPairType();
    request.setKeyName(name);
    request.setPublicKeyMaterial(material);
    port.importKeyPair(request);
  }

  public List<DescribeKeyPairsResponseItemType> keyPairs() {
    return port.describeKeyPairs(new DescribeKeyPairsType()).getKeySet().getItem();
  }

  public void deleteKeyPair(String name) {
    DeleteKeyPairType request = new DeleteKeyPairType();
    request.setKeyName(name);
    port.deleteKeyPair(request);
  }

  /** Launches one instance; its id. */
  public String launch(String imageId, String type, String clientToken) {
    RunInstancesType request = new RunInstancesType();
    request.setImageId(imageId);
    request.setInstanceType(type);
    request.setMinCount(1);
    request.setMaxCount(1);
    request.setClientToken(clientToken);
    return port.runInstances(request).getInstancesSet().getItem().get(0).getInstanceId();
  }

  public RunningInstancesItemType instance(String id) {
    DescribeInstancesType request = new DescribeInstancesType();
    request.setInstancesSet(new DescribeInstancesType.InstancesSet());
    request.getInstancesSet().getItem().add(named(id));
    return port.describeInstances(request)
        .getReservationSet()
        .getItem()
        .get(0)
        .getInstancesSet()
        .getItem()
        .get(0);
  }

  public GetConsoleOutputResponseType console(String id) {
    GetConsoleOutputType request = new GetConsoleOutputType();
    request.setInstanceId(id);
    return port.getConsoleOutput(request);
  }

  public InstanceStateChangeType stop(String id) {
    StopInstancesType request = new StopInstancesType();
    request.setInstancesSet(new StopInstancesType.InstancesSet());
    request.getInstancesSet().getItem().add(named(id));
    request.setForce(true);
    return port.stopInstances(request).getInstancesSet().getItem().get(0);
  }

  public void start(String id) {
    StartInstancesType request = new StartInstancesType();
    request.setInstancesSet(new StartInstancesType.InstancesSet());
    request.getInstancesSet().getItem().add(named(id));
    port.startInstances(request);
  }

  public void terminate(String id) {
    TerminateInstancesType request = new TerminateInstancesType();
    request.setInstancesSet(new TerminateInstancesType.InstancesSet());
    request.getInstancesSet().getItem().add(named(id));
    port.terminateInstances(request);
  }

  private static InstanceIdType named(String id) {
    InstanceIdType item = new InstanceIdType();
    item.setInstanceId(id);
    return item;
  }
}

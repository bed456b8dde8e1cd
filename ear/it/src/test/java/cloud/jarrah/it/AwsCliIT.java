package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Footprint;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Ssh;
import cloud.jarrah.it.tools.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with the {@code aws} program, from a key pair to nothing left. */
class AwsCliIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "awscli");

  private final Path directory;
  private final AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
  private final AdminApi admin = AdminApi.of(CLOUD);

  AwsCliIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void twoMachinesLiveOnTwoHostsFromLaunchToNothingLeft() throws IOException {
    CLOUD.requireLabHosts();
    Path key = keyPair("story");
    List<String> ids = launch(2, "story", "#!/bin/sh\necho it ran > /root/user-data-ran\n");
    List<Machine> machines =
        ids.stream().map(id -> TENANT.machines().await(id, "running")).toList();
    assertThat(ids.stream().map(admin::hostOf)).containsExactlyInAnyOrder("host-1", "host-2");

    for (Machine machine : machines) {
      guestIsAsOrdered(Ssh.to(machine.address(), key).awaitLogin(Machines.LIMIT), machine);
      consoleSaysReady(machine);
    }
    diskOutlivesStopAndStart(machines.get(0), key);

    List<Footprint> footprints =
        machines.stream().map(machine -> Footprint.of(CLOUD, machine)).toList();
    aws.print("ec2", "terminate-instances", "--instance-ids", ids.get(0), ids.get(1));
    ids.forEach(id -> TENANT.machines().await(id, "terminated"));
    footprints.forEach(Footprint::awaitGone);
  }

  @Test
  void keyPairsAreMadeImportedListedAndDeleted() throws IOException {
    keyPair("made");
    Path imported = directory.resolve("imported");
    ChildProcess.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", imported.toString())
        .run()
        .orThrow();
    aws.print(
        "ec2",
        "import-key-pair",
        "--key-name",
        "imported",
        "--public-key-material",
        "fileb://" + imported + ".pub");
    assertThat(keyNames()).contains("made", "imported");

    aws.print("ec2", "delete-key-pair", "--key-name", "made");
    aws.print("ec2", "delete-key-pair", "--key-name", "imported");
    assertThat(keyNames()).doesNotContain("made", "imported");
  }

  @Test
  void regionsZonesAndImagesAreShown() {
    assertThat(aws.words("ec2", "describe-regions", "--query", "Regions[].[RegionName,Endpoint]"))
        .contains(CLOUD.setting("REGION"));
    assertThat(
            aws.words(
                "ec2",
                "describe-availability-zones",
                "--query",
                "AvailabilityZones[].[ZoneName,State]"))
        .containsExactly(CLOUD.zone(), "available");
    assertThat(
            aws.words(
                "ec2",
                "describe-images",
                "--image-ids",
                TENANT.imageId(),
                "--query",
                "Images[].[ImageId,State]"))
        .containsExactly(TENANT.imageId(), "available");
  }

  @Test
  void callersLearnWhoTheyAreAlsoOverHttps() {
    List<String> query = List.of("sts", "get-caller-identity", "--query", "Account");
    String[] words = query.toArray(String[]::new);
    assertThat(aws.print(words)).isEqualTo(TENANT.accountId());
    assertThat(aws.at(CLOUD.secureEndpoint()).print(words)).isEqualTo(TENANT.accountId());
  }

  @Test
  void dryRunSaysThatItWouldHaveSucceededAndLaunchesNothing() {
    ChildProcess.Ended ended =
        aws.run("ec2", "run-instances", "--image-id", TENANT.imageId(), "--dry-run");
    assertThat(ended.code()).isNotZero();
    assertThat(ended.err()).contains("DryRunOperation");
    assertThat(TENANT.machines().all()).noneMatch(machine -> machine.is("pending"));
  }

  private Path keyPair(String name) throws IOException {
    String material =
        aws.print("ec2", "create-key-pair", "--key-name", name, "--query", "KeyMaterial");
    return Ssh.keep(material, Files.createTempDirectory(directory, name));
  }

  private List<String> keyNames() {
    return aws.words("ec2", "describe-key-pairs", "--query", "KeyPairs[].KeyName");
  }

  private List<String> launch(int count, String key, String userData) throws IOException {
    Path file = Files.writeString(directory.resolve("user-data"), userData);
    return aws.words(
        "ec2",
        "run-instances",
        "--image-id",
        TENANT.imageId(),
        "--instance-type",
        "m1.small",
        "--count",
        Integer.toString(count),
        "--key-name",
        key,
        "--user-data",
        "file://" + file,
        "--query",
        "Instances[].InstanceId");
  }

  private static void guestIsAsOrdered(Ssh guest, Machine machine) {
    assertThat(guest.print("wget -q -O - http://169.254.169.254/latest/meta-data/instance-id"))
        .isEqualTo(machine.id());
    assertThat(guest.print("wget -q -O - http://169.254.169.254/latest/meta-data/local-ipv4"))
        .isEqualTo(machine.address());
    assertThat(guest.print("cat /var/lib/user-data")).contains("echo it ran");
    assertThat(guest.print("ip -o -4 addr show dev eth0")).contains(machine.address() + "/");
    Waiting.until(
        "user data ran in " + machine.id(),
        Machines.LIMIT,
        () -> guest.run("cat /root/user-data-ran"),
        ended -> ended.out().strip().equals("it ran"));
  }

  private void consoleSaysReady(Machine machine) {
    Waiting.until(
        "READY on the console of " + machine.id(),
        Machines.LIMIT,
        () ->
            aws.print(
                "ec2", "get-console-output", "--instance-id", machine.id(), "--query", "Output"),
        text -> text.contains("READY"));
  }

  private void diskOutlivesStopAndStart(Machine machine, Path key) {
    Ssh.to(machine.address(), key).print("echo kept > /root/kept; sync");
    aws.print("ec2", "stop-instances", "--instance-ids", machine.id());
    TENANT.machines().await(machine.id(), "stopped");
    aws.print("ec2", "start-instances", "--instance-ids", machine.id());
    Machine again = TENANT.machines().await(machine.id(), "running");
    assertThat(again.address()).isEqualTo(machine.address());
    Ssh guest = Ssh.to(again.address(), key).awaitLogin(Machines.LIMIT);
    assertThat(guest.print("cat /root/kept")).isEqualTo("kept");
  }
}

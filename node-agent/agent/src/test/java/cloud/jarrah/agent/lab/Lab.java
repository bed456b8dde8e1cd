package cloud.jarrah.agent.lab;

import cloud.jarrah.agent.fakes.FakeCloud;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One lab host, the guest image, and the agent's process on that host. */
final class Lab {
  private final String id;
  private final String host;
  private final Path scripts;
  private final Path directory;
  private final Path program;
  private @Nullable Process agent;

  /**
   * @param id of the lab, 0 to 9
   * @param module directory of the agent's module
   * @param directory short path for the host's files
   */
  Lab(String id, Path module, Path directory) {
    this(id, "1", module, directory);
  }

  private Lab(String id, String host, Path module, Path directory) {
    this.id = id;
    this.host = host;
    this.scripts = module.resolve("../lab").toAbsolutePath().normalize();
    this.program = module.resolve("target/agent/bin/jarrah-agent").toAbsolutePath();
    this.directory = directory;
  }

  /** Another host of the same lab, which must be up. */
  Lab sibling(String number) {
    Path module = scripts.resolve("../agent").normalize();
    return new Lab(id, number, module, directory);
  }

  String prefix() {
    return "10." + (180 + Integer.parseInt(id));
  }

  String cloudAddress() {
    return prefix() + ".255.254";
  }

  Path guest() {
    return directory.resolve("guest");
  }

  Path hostDirectory() {
    return directory.resolve("host-" + host);
  }

  Path state() {
    return hostDirectory().resolve("agent");
  }

  void up() throws Exception {
    Files.createDirectories(directory);
    run(scripts.resolve("guest/build-guest").toString(), guest().toString());
    run(scripts.resolve("bin/lab-net").toString(), "up", id);
    hostUp();
  }

  /** Also repairs a host whose libvirtd is gone. */
  void hostUp() throws Exception {
    run(scripts.resolve("bin/lab-host").toString(), "up", id, host, hostDirectory().toString());
  }

  void down() throws Exception {
    hostDown();
    run(scripts.resolve("bin/lab-net").toString(), "down", id);
  }

  void hostDown() throws Exception {
    endAgent();
    run(scripts.resolve("bin/lab-host").toString(), "down", id, host, hostDirectory().toString());
  }

  void writeConfig(FakeCloud cloud, String token) throws IOException {
    Files.createDirectories(hostDirectory());
    Path tokenFile = hostDirectory().resolve("token");
    Files.writeString(tokenFile, token + "\n");
    String text =
        String.join(
            "\n",
            "jarrah.agent.state=" + state(),
            "jarrah.agent.name=host-" + host,
            "jarrah.agent.enrolment-url=" + cloud.enrolmentUrl(),
            "jarrah.agent.ca=" + cloud.authorityFile(),
            "jarrah.agent.enrolment-token-file=" + tokenFile,
            "jarrah.agent.hypervisor=libvirt",
            "jarrah.agent.libvirt.uri=" + uri(),
            "jarrah.agent.libvirt.domain-type=qemu",
            "jarrah.agent.libvirt.machine=pc",
            "jarrah.agent.cores=8",
            "jarrah.agent.memory-mb=4096",
            "jarrah.agent.disk-gb=50",
            "jarrah.agent.bridge=br0",
            "jarrah.agent.bridge-address=" + prefix() + ".0." + host,
            "jarrah.agent.metadata.bind=169.254.169.254:80",
            "jarrah.agent.migration.bind=" + prefix() + ".0." + host + ":16514",
            "");
    Files.writeString(config(), text);
  }

  private Path config() {
    return hostDirectory().resolve("agent.properties");
  }

  private String uri() {
    return "qemu+unix:///system?socket=" + hostDirectory().resolve("libvirt/run/libvirt-sock");
  }

  void startAgent() throws IOException {
    List<String> command = onHost(program.toString(), config().toString());
    Path log = hostDirectory().resolve("agent.log");
    agent =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** The scripts exec, so the process is the agent's own. */
  void killAgent() throws Exception {
    Process running = agent;
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
  }

  private void endAgent() throws Exception {
    Process running = agent;
    if (running != null) {
      running.destroy();
      running.waitFor(20, TimeUnit.SECONDS);
      running.destroyForcibly();
    }
  }

  long agentResidentKib() throws IOException {
    Process running = agent;
    if (running == null) {
      throw new IllegalStateException("the agent is not running");
    }
    return Files.readAllLines(Path.of("/proc/" + running.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private List<String> onHost(String... command) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(scripts.resolve("bin/lab-host").toString(), "exec", id, host));
    all.addAll(Arrays.asList(command));
    return all;
  }

  String runOnHost(String... command) throws Exception {
    return run(onHost(command).toArray(String[]::new));
  }

  String virsh(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", uri()));
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  /** Runs a command in the guest; null: it could not be reached or failed. */
  @Nullable String ssh(Path key, String address, String command) throws Exception {
    try {
      return run(
          "ssh",
          "-i",
          key.toString(),
          "-o",
          "StrictHostKeyChecking=no",
          "-o",
          "UserKnownHostsFile=/dev/null",
          "-o",
          "LogLevel=ERROR",
          "-o",
          "ConnectTimeout=5",
          "-o",
          "BatchMode=yes",
          "root@" + address,
          command);
    } catch (IOException e) {
      return null;
    }
  }

  static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new java.io.File("/dev/null"))
            .start();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output.strip();
  }
}

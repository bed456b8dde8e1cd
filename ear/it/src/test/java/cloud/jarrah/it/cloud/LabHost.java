package cloud.jarrah.it.cloud;

import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A host of the lab, looked at from its inside. */
public final class LabHost {
  private final TestedCloud cloud;
  private final String name;

  private LabHost(TestedCloud cloud, String name) {
    this.cloud = cloud;
    this.name = name;
  }

  public static LabHost named(TestedCloud cloud, String name) {
    return new LabHost(cloud, name);
  }

  public static List<LabHost> all(TestedCloud cloud) {
    List<LabHost> hosts = new ArrayList<>();
    for (int n = 1; n <= Integer.parseInt(cloud.setting("HOSTS")); n++) {
      hosts.add(named(cloud, "host-" + n));
    }
    return hosts;
  }

  public String name() {
    return name;
  }

  public Path directory() {
    return cloud.data().resolve("hosts").resolve(name);
  }

  private String socketUri() {
    return "qemu+unix:///system?socket=" + directory().resolve("libvirt/run/libvirt-sock");
  }

  public String virsh(String... words) {
    List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", socketUri()));
    command.addAll(List.of(words));
    return ChildProcess.of(command).run().orThrow();
  }

  /** Runs a program in the host's network. */
  public ChildProcess.Ended exec(String... words) {
    List<String> command = new ArrayList<>();
    command.add(cloud.root().resolve("node-agent/lab/bin/lab-host").toString());
    command.add("exec");
    command.add(cloud.setting("LAB_ID"));
    command.add(name.substring("host-".length()));
    command.addAll(List.of(words));
    return ChildProcess.of(command).run();
  }

  /** The processes in the host's network: agent, DHCP server, libvirtd, guests. */
  private List<ProcessHandle> processes() {
    String namespace = "jr" + cloud.setting("LAB_ID") + "-h" + name.substring("host-".length());
    return ChildProcess.of("ip", "netns", "pids", namespace)
        .run()
        .orThrow()
        .lines()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
        .toList();
  }

  /** Ends at once all that runs on the host, the agent first: it must not see its guests end. */
  public void cutPower() {
    Daemons.kill(new Daemons(cloud).pid(name));
    Waiting.until(
        "nothing runs on " + name,
        Duration.ofSeconds(20),
        () -> {
          processes().forEach(ProcessHandle::destroyForcibly);
          return processes();
        },
        List<ProcessHandle>::isEmpty);
  }

  /** Where a process listens in the host's network. */
  public List<String> listeners(long pid) {
    return Daemons.listeners(exec("ss", "-Hltnp").orThrow(), pid);
  }

  /** Names of all domains, running or not. */
  public List<String> domains() {
    return virsh("list", "--all", "--name").lines().filter(line -> !line.isBlank()).toList();
  }

  /** Names of the host's network devices that a domain uses. */
  public List<String> taps(String domain) {
    return virsh("domiflist", domain)
        .lines()
        .map(line -> line.strip().replaceFirst("\\s.*", ""))
        .toList();
  }

  public boolean hasDevice(String device) {
    return exec("ip", "link", "show", "dev", device).succeeded();
  }

  /** Everything the agent keeps under the instance's name, but the note that it is gone. */
  public List<Path> filesOf(String instanceId) {
    return agentFiles(
        file ->
            file.getFileName().toString().contains(instanceId)
                && !file.toString().contains("/journal/"));
  }

  /** Configuration and lease files of the host that mention a text, such as a MAC address. */
  public List<Path> filesMentioning(String text) {
    return agentFiles(file -> Files.isRegularFile(file) && small(file) && contains(file, text));
  }

  private List<Path> agentFiles(java.util.function.Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(directory().resolve("agent"))) {
      return files.filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean small(Path file) {
    try {
      return Files.size(file) < 1 << 20;
    } catch (IOException e) {
      // Gone between listing and looking: then it mentions nothing.
      return false;
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

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

/** The processes of a cloud: finding them, killing them, looking at them. */
public final class Daemons {
  private final TestedCloud cloud;

  public Daemons(TestedCloud cloud) {
    this.cloud = cloud;
  }

  /** Process id of the server, or of an agent by its host's name, from its pid file. */
  public long pid(String part) {
    return Long.parseLong(
        TestedCloud.read(cloud.data().resolve("run/" + part + ".pid")).strip().split(" ", 2)[0]);
  }

  public long server() {
    return pid("server-1");
  }

  /** The libvirtd of a lab host. */
  public long libvirtd(LabHost host) {
    Path socket = host.directory().resolve("libvirt/run");
    return processes()
        .filter(pid -> program(pid).endsWith("/libvirtd"))
        .filter(pid -> same(Path.of("/proc/" + pid + "/root/run/libvirt"), socket))
        .findFirst()
        .orElseThrow();
  }

  /** The emulator that runs an instance; 0 if none does. */
  public static long emulatorOf(String instanceId) {
    return processes()
        .filter(pid -> program(pid).contains("qemu-system"))
        .filter(pid -> arguments(pid).contains("guest=" + instanceId))
        .findFirst()
        .orElse(0L);
  }

  /** {@code kill -9}, of exactly these processes. */
  public static void kill(Long... pids) {
    List<String> command = new ArrayList<>(List.of("kill", "-9"));
    for (Long pid : pids) {
      if (pid <= 1) {
        throw new IllegalArgumentException("no process to kill");
      }
      command.add(pid.toString());
    }
    ChildProcess.of(command).run().orThrow();
    for (Long pid : pids) {
      Waiting.until("the end of " + pid, Duration.ofSeconds(10), () -> pid, Daemons::gone);
    }
  }

  /** A zombie has ended, too: orphans may be reaped late. */
  private static boolean gone(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
    } catch (IOException e) {
      return true;
    }
  }

  /** Resident memory in MiB. */
  public static long residentMib(long pid) {
    return statusNumber(pid, "VmRSS:") / 1024;
  }

  /** Real user id. */
  public static long uid(long pid) {
    return statusNumber(pid, "Uid:");
  }

  /** Effective capabilities, in hexadecimal digits. */
  public static String capabilities(long pid) {
    return status(pid, "CapEff:");
  }

  private static long statusNumber(long pid, String field) {
    return Long.parseLong(status(pid, field));
  }

  private static String status(long pid, String field) {
    return TestedCloud.read(Path.of("/proc/" + pid + "/status"))
        .lines()
        .filter(line -> line.startsWith(field))
        .map(line -> line.split("\\s+", -1)[1])
        .findFirst()
        .orElseThrow();
  }

  /** All process ids. */
  public static Stream<Long> processes() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid);
  }

  /** Argument list of a process, separated by spaces; empty if it is gone. */
  public static String arguments(long pid) {
    try {
      return new String(
              Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")), StandardCharsets.UTF_8)
          .replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  private static String program(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe")).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** Local addresses on which a process listens for TCP connections. */
  public static List<String> listeners(long pid) {
    return listeners(ChildProcess.of("ss", "-Hltnp").run().orThrow(), pid);
  }

  static List<String> listeners(String sockets, long pid) {
    return sockets
        .lines()
        .filter(line -> line.contains("pid=" + pid + ","))
        .map(line -> line.strip().split("\\s+", -1)[3])
        .sorted()
        .distinct()
        .toList();
  }

  /** Mode bits of a file in octal, and its owner: {@code 600 jarrah}. */
  public static String modeOf(Path file) {
    try {
      int mode = (Integer) Files.getAttribute(file, "unix:mode") & 07777;
      return Integer.toOctalString(mode) + " " + Files.getOwner(file).getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

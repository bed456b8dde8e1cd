package cloud.jarrah.it.cloud;

import cloud.jarrah.it.tools.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a running instance holds: on its host, and in the server's tables. */
public final class Footprint {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final TestedCloud cloud;
  private final Machine machine;
  private final LabHost host;
  private final List<String> taps;

  private Footprint(TestedCloud cloud, Machine machine, LabHost host, List<String> taps) {
    this.cloud = cloud;
    this.machine = machine;
    this.host = host;
    this.taps = taps;
  }

  /** Of an instance that runs: everything has to be there, or looking for its end means nothing. */
  public static Footprint of(TestedCloud cloud, Machine machine) {
    LabHost host = LabHost.named(cloud, AdminApi.of(cloud).hostOf(machine.id()));
    Footprint footprint = new Footprint(cloud, machine, host, host.taps(machine.id()));
    List<String> traces = footprint.traces();
    for (String kind : List.of("domain", "file", "network", "tap", "address")) {
      if (traces.stream().noneMatch(trace -> trace.startsWith(kind))) {
        throw new AssertionError("a running instance has no " + kind + ": " + traces);
      }
    }
    return footprint;
  }

  /** Waits until nothing is left of it. */
  public void awaitGone() {
    Waiting.until("nothing is left of " + machine.id(), LIMIT, this::traces, List<String>::isEmpty);
  }

  /** Waits until nothing is left of it on the host that had it; it may run on another one. */
  public void awaitGoneFromHost() {
    Waiting.until(
        "nothing is left of " + machine.id() + " on " + host,
        LIMIT,
        this::tracesOnHost,
        List<String>::isEmpty);
  }

  private List<String> traces() {
    List<String> traces = tracesOnHost();
    if (answers()) {
      traces.add("address " + machine.address());
    }
    traces.addAll(Database.of(cloud).tracesOf(machine.id()));
    return traces;
  }

  private List<String> tracesOnHost() {
    List<String> traces = new ArrayList<>();
    host.domains().stream().filter(machine.id()::equals).forEach(d -> traces.add("domain " + d));
    for (Path file : host.filesOf(machine.id())) {
      traces.add("file " + file);
    }
    for (Path file : host.filesMentioning(machine.mac())) {
      traces.add("network " + file);
    }
    taps.stream().filter(host::hasDevice).forEach(tap -> traces.add("tap " + tap));
    return traces;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(machine.address(), 22), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

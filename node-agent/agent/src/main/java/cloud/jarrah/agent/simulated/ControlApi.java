package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Orders faults, for tests: JSON over HTTP on loopback. {@code NAME} is a host's name, or {@code *}
 * for all.
 *
 * <ul>
 *   <li>{@code GET /hosts}: the hosts
 *   <li>{@code POST /hosts/NAME/faults}: adds a {@link Fault}; {@code DELETE}: clears all, and
 *       heartbeats go on
 *   <li>{@code POST /hosts/NAME/crash}: {@code {"awayMs":500}}
 *   <li>{@code POST /hosts/NAME/power}: {@code {"instanceId":"i-…","event":"guest-off"|"crash"}}
 *   <li>{@code POST /hosts/NAME/heartbeats}: {@code {"paused":true}}
 *   <li>{@code GET /hosts/NAME/domains}: what the machines have, whatever their agents believe;
 *       {@code POST}: {@code {"instanceId":"i-…"}} runs one more, which nobody ordered; {@code
 *       DELETE}: removes it in the same way
 * </ul>
 */
public final class ControlApi implements AutoCloseable {
  private static final int MOST_BYTES = 16 * 1024;

  private final SimulatedFleet fleet;
  private final HttpServer server;

  public ControlApi(HostPort bind, SimulatedFleet fleet, Executor executor) throws IOException {
    InetAddress address = InetAddress.getByName(bind.host());
    if (!address.isLoopbackAddress()) {
      throw new IOException(
          "jarrah.agent.simulated.control must be a loopback address: anybody who reaches it can"
              + " break the simulated hosts");
    }
    this.fleet = fleet;
    this.server = HttpServer.create(new InetSocketAddress(address, bind.port()), 0);
    server.setExecutor(executor);
    server.createContext("/hosts", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  record HostView(
      String name, String hostId, boolean connected, int domains, boolean heartbeatsPaused) {}

  record Crash(int awayMs) {}

  record PowerEvent(String instanceId, String event) {}

  record Heartbeats(boolean paused) {}

  record DomainName(String instanceId) {}

  private record Reply(int status, Object body) {
    static Reply ok(Object body) {
      return new Reply(200, body);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Reply reply;
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      reply = answer(exchange.getRequestMethod(), path, new String(body, StandardCharsets.UTF_8));
    } catch (MalformedMessageException | IllegalArgumentException e) {
      reply = new Reply(400, Map.of("message", String.valueOf(e.getMessage())));
    }
    byte[] text = NodeWire.encode(reply.body()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private Reply answer(String method, String[] path, String body) throws MalformedMessageException {
    if (path.length == 2 && method.equals("GET")) {
      return Reply.ok(fleet.hosts("*").stream().map(ControlApi::view).toList());
    }
    Collection<SimulatedHost> hosts = path.length == 4 ? fleet.hosts(path[2]) : List.of();
    if (hosts.isEmpty()) {
      return new Reply(404, Map.of("message", "there is no such host or action"));
    }
    return switch (method + " " + path[3]) {
      case "POST faults" -> {
        Fault fault = NodeWire.decode(body, Fault.class);
        hosts.forEach(host -> host.faults().add(fault));
        yield Reply.ok(fault);
      }
      case "DELETE faults" -> {
        hosts.forEach(host -> host.faults().clear());
        yield Reply.ok(Map.of());
      }
      case "POST crash" -> {
        Crash crash = NodeWire.decode(body, Crash.class);
        hosts.forEach(host -> host.crash(Duration.ofMillis(crash.awayMs())));
        yield Reply.ok(crash);
      }
      case "POST power" -> power(hosts, NodeWire.decode(body, PowerEvent.class));
      case "POST heartbeats" -> {
        Heartbeats heartbeats = NodeWire.decode(body, Heartbeats.class);
        hosts.forEach(host -> host.faults().pauseHeartbeats(heartbeats.paused()));
        yield Reply.ok(heartbeats);
      }
      case "GET domains", "POST domains", "DELETE domains" -> domains(method, hosts, body);
      default -> new Reply(404, Map.of("message", "there is no such host or action"));
    };
  }

  /** What runs on the hosts; with a body, one domain that nobody ordered or that vanishes. */
  private static Reply domains(String method, Collection<SimulatedHost> hosts, String body)
      throws MalformedMessageException {
    if (method.equals("GET")) {
      return Reply.ok(hosts.stream().flatMap(host -> host.domainViews().stream()).toList());
    }
    DomainName domain = NodeWire.decode(body, DomainName.class);
    if (method.equals("POST")) {
      hosts.forEach(host -> host.plant(domain.instanceId()));
    } else {
      hosts.forEach(host -> host.uproot(domain.instanceId()));
    }
    return Reply.ok(domain);
  }

  private static Reply power(Collection<SimulatedHost> hosts, PowerEvent event) {
    DomainState state =
        switch (event.event()) {
          case "guest-off" -> DomainState.SHUT_DOWN_BY_GUEST;
          case "crash" -> DomainState.CRASHED;
          default -> throw new IllegalArgumentException("event must be guest-off or crash");
        };
    boolean happened =
        hosts.stream()
            .map(host -> host.power(event.instanceId(), state))
            .reduce(false, (a, b) -> a || b);
    return happened
        ? Reply.ok(event)
        : new Reply(409, Map.of("message", event.instanceId() + " does not run there"));
  }

  private static HostView view(SimulatedHost host) {
    return new HostView(
        host.name(),
        host.hostId(),
        host.isConnected(),
        host.domains(),
        host.faults().heartbeatsPaused());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

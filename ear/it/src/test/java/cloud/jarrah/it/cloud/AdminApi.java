package cloud.jarrah.it.cloud;

import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.SigV4;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The administration API, asked with somebody's keys. */
public record AdminApi(URI endpoint, Keys keys) {

  /** A host as its administrator sees it. */
  public record Host(
      String id,
      String name,
      String state,
      String standing,
      Instant lastSeen,
      int usedCores,
      int usedMemoryMib,
      int usedDiskGib) {}

  public static AdminApi of(TestedCloud cloud) {
    return new AdminApi(cloud.endpoint(), cloud.administrator());
  }

  public HttpAnswer call(String method, String path, String body) {
    HttpCall call = new HttpCall(endpoint).method(method).target("/admin/v1" + path).body(body);
    if (!body.isEmpty()) {
      call.header("Content-Type", "application/json");
    }
    return SigV4.now(keys, "jarrah").sign(call).send();
  }

  public JsonNode get(String path) {
    return TestedCloud.json(call("GET", path, "").orThrow().body());
  }

  public List<Host> hosts() {
    List<Host> hosts = new ArrayList<>();
    for (JsonNode host : get("/hosts").get("hosts")) {
      hosts.add(
          new Host(
              host.get("id").asText(),
              host.get("name").asText(),
              host.get("state").asText(),
              host.get("standing").asText(),
              lastSeen(host),
              host.get("usedCores").asInt(),
              host.get("usedMemoryMib").asInt(),
              host.get("usedDiskGib").asInt()));
    }
    return hosts;
  }

  /** Of one that was never heard: long ago. */
  private static Instant lastSeen(JsonNode host) {
    String text = host.path("lastSeen").asText("");
    return text.isEmpty() || text.equals("null") ? Instant.EPOCH : Instant.parse(text);
  }

  /** Name of the host that an instance was placed on; empty if on none. */
  public String hostOf(String instanceId) {
    String id = get("/instances/" + instanceId + "/placement").path("hostId").asText();
    return hosts().stream()
        .filter(host -> host.id().equals(id))
        .map(Host::name)
        .findFirst()
        .orElse("");
  }

  /** Says that a host is off; refused while it is heard. */
  public HttpAnswer confirmOff(Host host) {
    return call("POST", "/hosts/" + host.id() + "/confirm-off", "");
  }

  /**
   * Forgets a host.
   *
   * @param force with what it has, which is lost
   */
  public HttpAnswer remove(Host host, boolean force) {
    return call("DELETE", "/hosts/" + host.id() + (force ? "?force=true" : ""), "");
  }

  /** Begins to move a running instance to wherever there is room; gives the new host's name. */
  public String migrate(String instanceId) {
    String path = "/instances/" + instanceId + "/migrate";
    String id = TestedCloud.json(call("POST", path, "").orThrow().body()).get("toHostId").asText();
    return hosts().stream().filter(host -> host.id().equals(id)).findFirst().orElseThrow().name();
  }

  public Host host(String name) {
    return hosts().stream().filter(host -> host.name().equals(name)).findFirst().orElseThrow();
  }
}

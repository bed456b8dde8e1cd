package cloud.jarrah.it.cloud;

import cloud.jarrah.it.wire.Xml;

/** An instance as DescribeInstances shows it. */
public record Machine(
    String id, String state, String reasonCode, String reason, String address, String mac) {

  static Machine of(Xml item) {
    String mac =
        item.items("networkInterfaceSet").stream()
            .map(nic -> nic.text("macAddress"))
            .findFirst()
            .orElse("");
    return new Machine(
        item.text("instanceId"),
        item.text("instanceState/name"),
        item.text("stateReason/code"),
        item.text("stateReason/message"),
        item.text("privateIpAddress"),
        mac);
  }

  public boolean is(String wanted) {
    return state.equals(wanted);
  }
}

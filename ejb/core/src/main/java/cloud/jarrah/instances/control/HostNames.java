package cloud.jarrah.instances.control;

/** DNS names of instances, made from their addresses as EC2 makes them. */
final class HostNames {
  private HostNames() {}

  /** For example {@code ip-10-180-1-7.internal}. */
  static String privateName(String address) {
    return "ip-" + address.replace('.', '-') + ".internal";
  }
}

package cloud.jarrah.node;

import org.jspecify.annotations.Nullable;

/**
 * A place at a host that an instance can move to while it runs.
 *
 * @param fromHostId the only host that is let in
 * @param hostId the host that offers the place, as in its certificate
 * @param address where it listens for other hosts
 * @param disk the instance's disk at that host, and so on: paths there
 * @param kernel null: the disk boots itself
 * @param bridge that its network interfaces are plugged into
 */
public record Berth(
    String fromHostId,
    String hostId,
    String address,
    int port,
    String disk,
    @Nullable String kernel,
    @Nullable String ramdisk,
    String console,
    String bridge) {

  public Berth {
    if (!address.matches("[0-9A-Za-z.:-]{1,255}") || port < 1 || port > 65535) {
      throw new IllegalArgumentException("malformed address of a host: " + address + ":" + port);
    }
  }
}

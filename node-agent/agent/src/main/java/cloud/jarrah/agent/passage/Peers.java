package cloud.jarrah.agent.passage;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.TreeSet;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/**
 * Which users of this host may send something through a move's local sockets.
 *
 * @param users by name
 */
record Peers(Set<String> users) {

  Peers {
    users = Set.copyOf(users);
  }

  /** libvirtd is the superuser's, and QEMU has a user of its own. */
  static Peers hypervisors() {
    Set<String> users = new TreeSet<>(Set.of("root", "libvirt-qemu"));
    users.add(System.getProperty("user.name", "root"));
    return new Peers(users);
  }

  /** Whoever made the connection: the kernel says so. */
  void require(SocketChannel local) throws IOException {
    UnixDomainPrincipal peer = local.getOption(ExtendedSocketOptions.SO_PEERCRED);
    String user = peer.user().getName();
    if (!users.contains(user)) {
      throw new IOException("the user " + user + " of this host may not use it");
    }
  }
}

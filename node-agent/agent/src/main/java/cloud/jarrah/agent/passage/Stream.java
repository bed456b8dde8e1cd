package cloud.jarrah.agent.passage;

import java.nio.file.Path;

/** What two hypervisors say to each other during a move, each in a socket of its own. */
enum Stream {
  /** To the other host's libvirtd itself. */
  CONTROL('c'),
  MEMORY('r'),
  DISK('d');

  private final char letter;

  Stream(char letter) {
    this.letter = letter;
  }

  /** Short: a socket's path may have 107 characters. */
  Path in(Path directory, String instanceId) {
    return directory.resolve("m" + hash(instanceId) + letter);
  }

  /** A directory for the agent alone, in which a socket is made. */
  static Path nursery(Path directory, String instanceId) {
    return directory.resolve("n" + hash(instanceId));
  }

  /** Who may connect: libvirtd is the superuser's, QEMU may have a user of its own. */
  String permissions() {
    return this == CONTROL ? "rw-------" : "rw-rw-rw-";
  }

  private static String hash(String instanceId) {
    return Integer.toHexString(instanceId.hashCode());
  }
}

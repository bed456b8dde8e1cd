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
    return directory.resolve("m" + Integer.toHexString(instanceId.hashCode()) + letter);
  }
}

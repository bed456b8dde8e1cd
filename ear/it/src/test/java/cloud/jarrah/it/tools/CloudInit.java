package cloud.jarrah.it.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Debian's cloud-init, unpacked and not installed: installed, it might take over the machine at its
 * next boot.
 */
public final class CloudInit {
  private static final Path INSTALLED = Path.of("/usr/lib/python3/dist-packages");

  private CloudInit() {}

  /** The directory that holds its Python package. */
  public static Path ofDebian(Path work) {
    if (Files.isDirectory(INSTALLED.resolve("cloudinit"))) {
      return INSTALLED;
    }
    // A machine that has installed nothing yet may not know where packages are.
    String script =
        "cd \"$1\" && { apt-get -q download cloud-init"
            + " || { apt-get -q update && apt-get -q download cloud-init; }; } >&2";
    ChildProcess.of("sh", "-c", script, "sh", work.toString())
        .within(Duration.ofMinutes(2))
        .run()
        .orThrow();
    try (DirectoryStream<Path> packages = Files.newDirectoryStream(work, "*.deb")) {
      Path unpacked = Files.createDirectory(work.resolve("cloud-init"));
      for (Path each : packages) {
        ChildProcess.of("dpkg", "-x", each.toString(), unpacked.toString()).run().orThrow();
      }
      return unpacked.resolve(INSTALLED.toString().substring(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

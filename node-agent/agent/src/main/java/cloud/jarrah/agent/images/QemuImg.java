package cloud.jarrah.agent.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes overlays with qemu-img. */
public final class QemuImg {
  private static final long SECONDS = 60;

  private final Path program;

  public QemuImg(Path program) {
    this.program = program;
  }

  /** The format of the base is stated, so that nothing in the image can pretend another. */
  void overlay(Path base, String format, Path overlay, long bytes)
      throws DiskException, InterruptedException {
    Path output = overlay.resolveSibling("qemu-img.out");
    List<String> command =
        List.of(
            program.toString(),
            "create",
            "-q",
            "-f",
            "qcow2",
            "-b",
            base.toString(),
            "-F",
            format,
            overlay.toString(),
            Long.toString(bytes));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new java.io.File("/dev/null"))
              .redirectOutput(output.toFile())
              .start();
      finish(process);
      if (process.exitValue() != 0) {
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        throw new DiskException("The root disk cannot be made: " + said, true, null);
      }
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new DiskException(
          "The root disk cannot be made; is qemu-img installed? " + e.getMessage(), true, e);
    }
  }

  private static void finish(Process process) throws InterruptedException, DiskException {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new DiskException("The root disk was not made within a minute", true, null);
      }
    } finally {
      process.destroyForcibly();
    }
  }
}

package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the starts of an agent, so that reports of an earlier life are known as such. */
public final class Incarnation {

  private Incarnation() {}

  /** The next number; it is on the disk before it is used. */
  public static long next(Path directory) throws IOException {
    Path file = directory.resolve("incarnation");
    long last = 0;
    if (Files.exists(file)) {
      try {
        last = Long.parseLong(Files.readString(file).strip());
      } catch (NumberFormatException e) {
        throw new IOException("The file " + file + " must hold a number", e);
      }
    }
    byte[] text = Long.toString(last + 1).getBytes(StandardCharsets.US_ASCII);
    AtomicFiles.write(file, text, Durability.POWER_CUT);
    return last + 1;
  }
}

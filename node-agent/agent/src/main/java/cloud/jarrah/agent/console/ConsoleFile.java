package cloud.jarrah.agent.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * A serial console's file. A guest can write without end, so the file is cut when it gets long; its
 * last part then lies beside it.
 */
public final class ConsoleFile {
  static final long LONGEST = 4L * 1024 * 1024;
  private static final int KEPT = 64 * 1024;

  private ConsoleFile() {}

  /** Differs whenever something was written since; empty: there is no console. */
  public static OptionalLong size(Path file) {
    try {
      long size = Files.size(file);
      if (size > LONGEST) {
        cut(file);
        size = Files.size(file);
      }
      return OptionalLong.of(size);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** At most the last {@code limit} bytes. */
  public static byte[] tail(Path file, int limit) throws IOException {
    byte[] now = end(file, limit);
    if (now.length == limit) {
      return now;
    }
    byte[] earlier = end(earlier(file), limit - now.length);
    byte[] both = new byte[earlier.length + now.length];
    System.arraycopy(earlier, 0, both, 0, earlier.length);
    System.arraycopy(now, 0, both, earlier.length, now.length);
    return both;
  }

  private static Path earlier(Path file) {
    return file.resolveSibling(file.getFileName() + ".earlier");
  }

  /** What is written between reading and cutting is lost: a flood has no reader. */
  private static void cut(Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(temporary, end(file, KEPT));
    Files.move(temporary, earlier(file), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private static byte[] end(Path file, int limit) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, limit));
      long position = size - buffer.capacity();
      while (buffer.hasRemaining()) {
        int read = channel.read(buffer, position + buffer.position());
        if (read < 0) {
          break;
        }
      }
      byte[] bytes = new byte[buffer.position()];
      buffer.flip();
      buffer.get(bytes);
      return bytes;
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }
}

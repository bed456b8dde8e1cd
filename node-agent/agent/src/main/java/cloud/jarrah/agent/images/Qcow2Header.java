package cloud.jarrah.agent.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The part of a QCOW2 file that says how large its disk is and what else it would open. A user's
 * image that names a backing file or a data file would show files of the host to the guest.
 */
record Qcow2Header(long virtualSize, boolean selfContained) {
  private static final int MAGIC = 0x514649fb;
  private static final int BACKING_OFFSET = 8;
  private static final int SIZE = 24;
  private static final int INCOMPATIBLE = 72;
  private static final int LENGTH = 80;
  private static final long EXTERNAL_DATA_FILE = 1L << 2;

  static Qcow2Header read(Path file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(LENGTH);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int read = 0;
      while (header.hasRemaining() && read >= 0) {
        read = channel.read(header);
      }
    }
    if (header.hasRemaining() || header.getInt(0) != MAGIC) {
      throw new IOException("it is not in the QCOW2 format");
    }
    int version = header.getInt(4);
    if (version != 2 && version != 3) {
      throw new IOException("QCOW2 version " + version + " is not known");
    }
    boolean backing = header.getLong(BACKING_OFFSET) != 0;
    boolean external = version == 3 && (header.getLong(INCOMPATIBLE) & EXTERNAL_DATA_FILE) != 0;
    return new Qcow2Header(header.getLong(SIZE), !backing && !external);
  }
}

package cloud.jarrah.images.control;

import cloud.jarrah.node.InstanceSpec.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the header of a disk image ourselves, before any host does: a QCOW2 that names another file
 * would make the host read that file, whichever it is, for the guest.
 */
final class DiskFile {
  private static final byte[] QCOW2 = {'Q', 'F', 'I', (byte) 0xfb};
  private static final int HEADER_BYTES = 4096;
  private static final long MOST_VIRTUAL_BYTES = 64L << 40;

  /** Formats that a host might recognise by itself although they are declared to be raw. */
  private static final List<byte[]> OTHER_FORMATS =
      List.of(
          QCOW2,
          "KDMV".getBytes(StandardCharsets.US_ASCII),
          "COWD".getBytes(StandardCharsets.US_ASCII),
          "# Disk DescriptorFile".getBytes(StandardCharsets.US_ASCII),
          "vhdxfile".getBytes(StandardCharsets.US_ASCII),
          "conectix".getBytes(StandardCharsets.US_ASCII),
          "<<< ".getBytes(StandardCharsets.US_ASCII),
          "QED\0".getBytes(StandardCharsets.US_ASCII),
          "WithoutFreeSpace".getBytes(StandardCharsets.US_ASCII));

  private DiskFile() {}

  /** Why a file is not what it was said to be; for the administrator. */
  static final class UnfitException extends IOException {
    private static final long serialVersionUID = 1L;

    UnfitException(String message) {
      super(message);
    }
  }

  /**
   * Checks a file.
   *
   * @return size of the disk in it
   * @throws UnfitException if it is not of the format, or unsafe
   */
  static long virtualSize(Path file, DiskFormat format) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        throw new UnfitException("it is empty");
      }
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // Short reads are possible.
      }
      header.flip();
      return format == DiskFormat.RAW ? raw(header, channel.size()) : qcow2(header);
    }
  }

  private static long raw(ByteBuffer header, long size) throws UnfitException {
    for (byte[] magic : OTHER_FORMATS) {
      if (startsWith(header, magic)) {
        throw new UnfitException("it is a disk image of another format and not raw");
      }
    }
    return size;
  }

  private static long qcow2(ByteBuffer header) throws UnfitException {
    if (!startsWith(header, QCOW2) || header.limit() < 104) {
      throw new UnfitException("it is not QCOW2");
    }
    int version = header.getInt(4);
    if (version != 2 && version != 3) {
      throw new UnfitException("its QCOW2 version " + version + " is unknown");
    }
    if (header.getLong(8) != 0 || header.getInt(16) != 0) {
      throw new UnfitException("it has a backing file; convert it to a file of its own");
    }
    if (header.getInt(32) != 0) {
      throw new UnfitException("it is encrypted");
    }
    requireClusterSize(header.getInt(20));
    if (version == 3) {
      requireKnownFeatures(header.getLong(72));
    }
    long virtual = header.getLong(24);
    if (virtual <= 0 || virtual > MOST_VIRTUAL_BYTES) {
      throw new UnfitException("its size " + virtual + " makes no sense");
    }
    return virtual;
  }

  private static void requireClusterSize(int bits) throws UnfitException {
    if (bits < 9 || bits > 21) {
      throw new UnfitException("its cluster size makes no sense");
    }
  }

  /** Bits: 0 dirty, 1 corrupt, 2 external data file, 3 compression type, 4 extended entries. */
  private static void requireKnownFeatures(long features) throws UnfitException {
    if ((features & 1L << 2) != 0) {
      throw new UnfitException("its data is in another file; convert it to a file of its own");
    }
    if ((features & 0b11) != 0) {
      throw new UnfitException("it was not closed properly; repair it with qemu-img check");
    }
    if ((features & ~0b11000L) != 0) {
      throw new UnfitException("it has features that are unknown");
    }
  }

  private static boolean startsWith(ByteBuffer content, byte[] magic) {
    if (content.limit() < magic.length) {
      return false;
    }
    byte[] start = new byte[magic.length];
    content.get(0, start);
    return Arrays.equals(start, magic);
  }
}

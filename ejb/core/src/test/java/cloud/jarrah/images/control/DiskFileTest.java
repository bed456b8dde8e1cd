package cloud.jarrah.images.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.node.InstanceSpec.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileTest {
  private final Path file;

  DiskFileTest(@TempDir Path directory) {
    file = directory.resolve("disk");
  }

  /** A sound QCOW2 header of version 3, 1 GiB. */
  private static ByteBuffer header() {
    ByteBuffer header = ByteBuffer.allocate(512);
    header.putInt(0, 0x514649fb).putInt(4, 3).putInt(20, 16).putLong(24, 1L << 30);
    return header.putInt(100, 112);
  }

  private long check(ByteBuffer content, DiskFormat format) throws IOException {
    byte[] bytes = new byte[content.capacity()];
    content.get(0, bytes);
    Files.write(file, bytes);
    return DiskFile.virtualSize(file, format);
  }

  private void assertRefused(ByteBuffer header, String reason) {
    assertThatThrownBy(() -> check(header, DiskFormat.QCOW2))
        .isInstanceOf(DiskFile.UnfitException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void soundFilesTellTheSizeOfTheirDisk() throws IOException {
    assertThat(check(header(), DiskFormat.QCOW2)).isEqualTo(1L << 30);
    assertThat(check(header().putLong(72, 0b11000), DiskFormat.QCOW2)).isEqualTo(1L << 30);
    assertThat(check(ByteBuffer.allocate(1024), DiskFormat.RAW)).isEqualTo(1024);
  }

  @Test
  void fileThatLeadsToAnotherFileIsRefused() {
    assertRefused(header().putLong(8, 1024).putInt(16, 11), "backing file");
    assertRefused(header().putInt(16, 11), "backing file");
    assertRefused(header().putLong(72, 1L << 2), "another file");
    assertRefused(header().putInt(4, 2).putLong(8, 1024), "backing file");
  }

  @Test
  void fileThatIsBrokenOrUnknownIsRefused() {
    assertRefused(header().putInt(4, 4), "version 4");
    assertRefused(header().putLong(72, 1), "not closed properly");
    assertRefused(header().putLong(72, 1L << 40), "unknown");
    assertRefused(header().putInt(32, 1), "encrypted");
    assertRefused(header().putInt(20, 40), "cluster size");
    assertRefused(header().putLong(24, -1), "makes no sense");
    assertRefused(ByteBuffer.allocate(512), "not QCOW2");
    assertRefused(ByteBuffer.allocate(0), "empty");
    assertRefused(ByteBuffer.wrap("QFI".getBytes(StandardCharsets.US_ASCII)), "not QCOW2");
  }

  @Test
  void otherFormatDeclaredRawIsRefused() {
    assertThatThrownBy(() -> check(header(), DiskFormat.RAW)).hasMessageContaining("not raw");
    ByteBuffer vmdk = ByteBuffer.allocate(512).put("KDMV".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> check(vmdk, DiskFormat.RAW)).hasMessageContaining("not raw");
  }
}

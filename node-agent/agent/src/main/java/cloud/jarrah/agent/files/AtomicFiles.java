package cloud.jarrah.agent.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Replaces whole files; what it writes is for the owner only. */
public final class AtomicFiles {

  /** Suffix of files that were being written when the process died; to be removed at start. */
  public static final String TEMPORARY_SUFFIX = ".tmp";

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private AtomicFiles() {}

  /** Whether the content must survive a power cut or only the death of the process. */
  public enum Durability {
    POWER_CUT,
    PROCESS_DEATH
  }

  public static Path privateDirectory(Path directory) throws IOException {
    return Files.createDirectories(directory, OWNER_DIRECTORY);
  }

  /**
   * Closed to others, but for passing through to files that are opened to them: QEMU runs as a user
   * of libvirt's and must reach its disks. One that was wholly closed is opened so far.
   */
  public static Path passableDirectory(Path directory) throws IOException {
    privateDirectory(directory);
    Set<PosixFilePermission> now = Files.getPosixFilePermissions(directory);
    if (now.equals(PosixFilePermissions.fromString("rwx------"))) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }
    return directory;
  }

  public static void write(Path file, byte[] content, Durability durability) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY_SUFFIX);
    Files.deleteIfExists(temporary);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(temporary, options, OWNER_FILE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (durability == Durability.POWER_CUT) {
        channel.force(true);
      }
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    if (durability == Durability.POWER_CUT) {
      forceDirectory(file);
    }
  }

  public static void delete(Path file, Durability durability) throws IOException {
    if (Files.deleteIfExists(file) && durability == Durability.POWER_CUT) {
      forceDirectory(file);
    }
  }

  /** A rename or removal is durable only when the directory is on the disk as well. */
  private static void forceDirectory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new NoSuchFileException(file.toString());
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

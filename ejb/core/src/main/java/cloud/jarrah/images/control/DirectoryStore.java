package cloud.jarrah.images.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Image files in one directory, each under its id. */
@Singleton
public class DirectoryStore implements ImageStore {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final String ID = "[a-z]{3}-[0-9a-f]{8,17}";

  private final Path directory;

  @Inject
  DirectoryStore(Settings settings) {
    this(settings.directory("jarrah.images.dir", "images"));
  }

  public DirectoryStore(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the image store " + directory, e);
    }
  }

  @Override
  public <T> Stored<T> put(String imageId, ReadableByteChannel content, Inspection<T> inspection)
      throws IOException {
    Path target = file(imageId);
    Path temporary = directory.resolve("." + imageId + "." + UUID.randomUUID() + ".new");
    try {
      Stored<Boolean> written = write(content, temporary);
      T inspected = inspection.inspect(temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      syncDirectory();
      return new Stored<>(written.sizeBytes(), written.sha256(), inspected);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Stored<Boolean> write(ReadableByteChannel content, Path file) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long size = 0;
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (content.read(buffer) >= 0) {
        buffer.flip();
        size += buffer.remaining();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        buffer.clear();
      }
      out.force(true);
    }
    return new Stored<>(size, HexFormat.of().formatHex(digest.digest()), true);
  }

  /** A new name is safe against a power cut only once its directory is written, too. */
  private void syncDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Path open(String imageId) throws IOException {
    Path file = file(imageId);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileNotFoundException(file.toString());
    }
    return file;
  }

  @Override
  public void delete(String imageId) throws IOException {
    Files.deleteIfExists(file(imageId));
  }

  @Override
  public Set<String> olderThan(Duration age) throws IOException {
    Instant limit = Instant.now().minus(age);
    Set<String> ids = new HashSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches(ID) && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          ids.add(name);
        }
      }
    }
    return ids;
  }

  private Path file(String imageId) {
    if (!imageId.matches(ID)) {
      throw new IllegalArgumentException("not an image id: " + imageId);
    }
    return directory.resolve(imageId);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

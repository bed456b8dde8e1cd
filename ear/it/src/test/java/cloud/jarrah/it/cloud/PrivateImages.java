package cloud.jarrah.it.cloud;

import cloud.jarrah.it.wire.HttpAnswer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Images that only the administrator's account may see. */
public record PrivateImages(TestedCloud cloud) {

  public static PrivateImages of(TestedCloud cloud) {
    return new PrivateImages(cloud);
  }

  /** Imports a megabyte of nothing; the id of the image. */
  public String add(String prefix) {
    String name = prefix + "-" + UUID.randomUUID();
    Path file = cloud.data().resolve("import").resolve(name);
    try {
      try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
        content.setLength(1 << 20);
      }
      HttpAnswer answer = AdminApi.of(cloud).call("POST", "/images", description(name));
      return TestedCloud.json(answer.orThrow().body()).get("imageId").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  private static String description(String name) {
    return String.format(
        "{\"file\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"machine\",\"format\":\"raw\","
            + "\"isPublic\":false}",
        name);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package cloud.jarrah.agent.images;

import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One attempt to download one image; it can be called off from another thread. */
final class ImageDownload {
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int CHUNK = 256 * 1024;

  private final CloudHttps https;
  private final ImageSource source;
  private @Nullable HttpURLConnection connection;
  private boolean cancelled;

  ImageDownload(CloudHttps https, ImageSource source) {
    this.https = https;
    this.source = source;
  }

  /** Writes exactly what was registered to {@code file}, or fails. */
  void to(Path file) throws DiskException, IOException {
    HttpURLConnection opened = https.open(source.url(), SILENCE);
    synchronized (this) {
      checkCancelled();
      connection = opened;
    }
    try {
      checkStatus(opened.getResponseCode());
      long announced = opened.getContentLengthLong();
      if (announced >= 0 && announced != source.sizeBytes()) {
        throw corrupt(announced + " bytes instead of " + source.sizeBytes());
      }
      try (InputStream in = opened.getInputStream()) {
        copy(in, file);
      }
    } finally {
      opened.disconnect();
    }
  }

  private void checkStatus(int status) throws DiskException, IOException {
    if (status == 200) {
      return;
    }
    if (status >= 500 || status == 429) {
      throw new IOException("the cloud answered with status " + status);
    }
    // The address is short-lived: the cloud's next command brings a new one.
    boolean expired = status == 401 || status == 403 || status == 410;
    throw new DiskException(
        "The image " + source.imageId() + " was refused to the host with status " + status,
        expired,
        null);
  }

  private void copy(InputStream in, Path file) throws IOException, DiskException {
    MessageDigest digest = sha256();
    long count = 0;
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        checkCancelled();
        count += read;
        if (count > source.sizeBytes()) {
          throw corrupt("more than " + source.sizeBytes() + " bytes");
        }
        digest.update(chunk, 0, read);
        out.write(chunk, 0, read);
      }
    }
    if (count < source.sizeBytes()) {
      throw new IOException("the connection ended after " + count + " bytes");
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(source.sha256())) {
      throw corrupt("another digest");
    }
  }

  private DiskException corrupt(String how) {
    return new DiskException(
        "The image "
            + source.imageId()
            + " is not what was registered: it has "
            + how
            + ". Register it again.",
        false,
        null);
  }

  private synchronized void checkCancelled() throws InterruptedIOException {
    if (cancelled) {
      throw new InterruptedIOException("nobody wants the image any more");
    }
  }

  synchronized void cancel() {
    cancelled = true;
    if (connection != null) {
      connection.disconnect();
    }
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

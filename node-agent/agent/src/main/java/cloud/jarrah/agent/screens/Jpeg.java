package cloud.jarrah.agent.screens;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures in the format in which EC2 answers them. */
public final class Jpeg {

  private Jpeg() {}

  /** The picture in at most so many bytes: it is halved in size until it fits. */
  public static byte[] encode(BufferedImage picture, int mostBytes) throws IOException {
    BufferedImage shown = opaque(picture, picture.getWidth(), picture.getHeight());
    byte[] encoded = write(shown);
    while (encoded.length > mostBytes && shown.getWidth() > 1 && shown.getHeight() > 1) {
      shown = opaque(shown, shown.getWidth() / 2, shown.getHeight() / 2);
      encoded = write(shown);
    }
    return encoded;
  }

  /** JPEG knows no transparency. */
  private static BufferedImage opaque(BufferedImage picture, int width, int height) {
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = opaque.createGraphics();
    Image source = picture;
    boolean complete = pen.drawImage(source, 0, 0, width, height, null);
    pen.dispose();
    if (!complete) {
      throw new IllegalStateException("a picture in memory is always complete");
    }
    return opaque;
  }

  /** Not by way of a file, as ImageIO would by itself: what a guest shows stays in memory. */
  private static byte[] write(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream inMemory = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(picture, "jpeg", inMemory)) {
        throw new IOException("this Java has no JPEG");
      }
    }
    return out.toByteArray();
  }
}

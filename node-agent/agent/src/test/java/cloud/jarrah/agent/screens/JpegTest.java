package cloud.jarrah.agent.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegTest {

  @Test
  void whatIsTooLargeIsShrunk() throws Exception {
    BufferedImage noise = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256 * 256; i++) {
      noise.setRGB(i % 256, i / 256, ThreadLocalRandom.current().nextInt());
    }
    byte[] jpeg = Jpeg.encode(noise, 8 * 1024);
    assertThat(jpeg.length).isLessThanOrEqualTo(8 * 1024);
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isLessThan(256);
  }
}

package cloud.jarrah.web.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.images.control.ImageDownloads.OpenImage;
import cloud.jarrah.web.node.ByteRange.UnsatisfiableException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 9",
    "bytes=90-, 90, 99",
    "bytes=90-1000, 90, 99",
    "bytes=-10, 90, 99",
    "bytes=-1000, 0, 99",
    "bytes=99-99, 99, 99",
  })
  void partIsWhatTheHeaderAsksFor(String header, long first, long last) throws Exception {
    assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes = 0-1"})
  void unknownFormMeansTheWholeFile(String header) throws Exception {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
    assertThat(ByteRange.parse(null, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=5-4", "bytes=-0"})
  void partOutsideOfTheFileIsRefused(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 100))
        .isInstanceOf(UnsatisfiableException.class);
  }

  @Test
  void exactlyThePartIsSent(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("image"), "0123456789");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageResource.send(new OpenImage("emi-1", file, 10), new ByteRange(3, 6), out);
    assertThat(out).hasToString("3456");
  }

  @Test
  void fileShorterThanRecordedIsNotServedAsWhole(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("image"), "012");
    assertThatThrownBy(
            () ->
                ImageResource.send(
                    new OpenImage("emi-1", file, 10),
                    new ByteRange(0, 9),
                    new ByteArrayOutputStream()))
        .isInstanceOf(EOFException.class);
  }
}

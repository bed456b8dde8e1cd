package cloud.jarrah.platform.actions;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.zones.control.Zones;
import org.junit.jupiter.api.Test;

class ArnsTest {
  private static final Arns ARNS = new Arns(() -> "jarrah-1");

  @Test
  void aNameSaysRegionAccountTypeAndId() {
    assertThat(ARNS.of("111111111111", "key-pair", "k"))
        .isEqualTo("arn:aws:ec2:jarrah-1:111111111111:key-pair/k")
        .isEqualTo(Arns.in("jarrah-1", "111111111111", "key-pair", "k"));
    assertThat(ARNS.of("", "image", "ami-1")).isEqualTo("arn:aws:ec2:jarrah-1::image/ami-1");
  }

  @Test
  void whereAThingIsTellsItsRegion() {
    assertThat(Zones.regionOf("jarrah-1b")).isEqualTo("jarrah-1");
  }
}

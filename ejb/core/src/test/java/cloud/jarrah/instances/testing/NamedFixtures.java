package cloud.jarrah.instances.testing;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.images.control.LaunchImage;
import cloud.jarrah.images.control.LaunchImages;
import cloud.jarrah.keypairs.control.KeyPairs;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.zones.control.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One image, one key pair, one zone, and another one that is not listed. */
public final class NamedFixtures implements LaunchImages, KeyPairs, Zones {
  public static final String IMAGE = "emi-00000000000000001";
  public static final String KEY = "a-key";
  public static final String ZONE = "jarrah-1a";
  public static final String OTHER_ZONE = "jarrah-1b";

  @Override
  public LaunchImage resolve(String accountId, String imageId) {
    if (!imageId.equals(IMAGE)) {
      throw new ApiException(ErrorCode.INVALID_AMI_ID_NOT_FOUND, "no image " + imageId);
    }
    return new LaunchImage(IMAGE, null, null, "x86_64", "/dev/sda1", 1);
  }

  @Override
  public String resolveKernel(String accountId, String kernelId) {
    return kernelId;
  }

  @Override
  public String resolveRamdisk(String accountId, String ramdiskId) {
    return ramdiskId;
  }

  @Override
  public InstanceSpec.ImageSource source(String imageId, Duration validity) {
    return new InstanceSpec.ImageSource(
        imageId, "https://127.0.0.1/" + imageId, 1, "0".repeat(64), InstanceSpec.DiskFormat.RAW);
  }

  @Override
  public Optional<LaunchKey> find(String accountId, String keyName) {
    return keyName.equals(KEY)
        ? Optional.of(new LaunchKey(KEY, "ssh-ed25519 AAAA"))
        : Optional.empty();
  }

  @Override
  public String region() {
    return "jarrah-1";
  }

  @Override
  public String endpoint() {
    return "127.0.0.1";
  }

  @Override
  public List<String> names() {
    return List.of(ZONE);
  }

  @Override
  public String require(@Nullable String zone) {
    String named = zone == null ? ZONE : zone;
    if (!List.of(ZONE, OTHER_ZONE).contains(named)) {
      throw new ApiException(ErrorCode.INVALID_ZONE_NOT_FOUND, "no zone " + zone);
    }
    return named;
  }
}

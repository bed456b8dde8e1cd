package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * What an instance was asked to be at launch. Its owner may change the options at any time; kernel,
 * RAM disk and user data while it is off: they take effect at the next start.
 */
@Embeddable
public class LaunchSpecification {
  @Column(name = "image_id")
  private String imageId;

  @Column(name = "kernel_id")
  private @Nullable String kernelId;

  @Column(name = "ramdisk_id")
  private @Nullable String ramdiskId;

  private String architecture;

  @Column(name = "root_device_name")
  private String rootDeviceName;

  @Column(name = "key_name")
  private @Nullable String keyName;

  @Column(name = "public_key")
  private @Nullable String publicKey;

  @Column(name = "user_data")
  private @Nullable String userData;

  @Embedded private Options options;

  protected LaunchSpecification() {}

  public LaunchSpecification(
      Image image, @Nullable Key key, @Nullable String userData, Options options) {
    this.imageId = image.imageId();
    this.kernelId = image.kernelId();
    this.ramdiskId = image.ramdiskId();
    this.architecture = image.architecture();
    this.rootDeviceName = image.rootDeviceName();
    this.keyName = key == null ? null : key.name();
    this.publicKey = key == null ? null : key.publicKey();
    this.userData = userData;
    this.options = options;
  }

  public void changeKernel(@Nullable String id) {
    kernelId = id;
  }

  public void changeRamdisk(@Nullable String id) {
    ramdiskId = id;
  }

  public void changeUserData(@Nullable String base64) {
    userData = base64;
  }

  public void choose(Options chosen) {
    options = chosen;
  }

  public Options options() {
    return options;
  }

  /** Which images make the instance. */
  public record Image(
      String imageId,
      @Nullable String kernelId,
      @Nullable String ramdiskId,
      String architecture,
      String rootDeviceName) {}

  /** The key pair's name and its public part in OpenSSH form. */
  public record Key(String name, String publicKey) {}

  public String imageId() {
    return imageId;
  }

  public @Nullable String kernelId() {
    return kernelId;
  }

  public @Nullable String ramdiskId() {
    return ramdiskId;
  }

  public String architecture() {
    return architecture;
  }

  public String rootDeviceName() {
    return rootDeviceName;
  }

  public @Nullable String keyName() {
    return keyName;
  }

  public @Nullable String publicKey() {
    return publicKey;
  }

  /** Base64, as the user gave it. */
  public @Nullable String userData() {
    return userData;
  }
}

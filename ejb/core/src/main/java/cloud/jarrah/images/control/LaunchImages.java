package cloud.jarrah.images.control;

import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.time.Duration;

/** Images, for those who start instances. Every method needs a transaction. */
public interface LaunchImages {

  /**
   * The machine image to launch: the account's own, a public one, or one shared with it.
   *
   * @throws cloud.jarrah.api.ApiException InvalidAMIID.NotFound, .Malformed or .Unavailable
   */
  LaunchImage resolve(String accountId, String imageId);

  /** The kernel named in a launch; refused like {@link #resolve}. */
  String resolveKernel(String accountId, String kernelId);

  /** The ramdisk named in a launch; refused like {@link #resolve}. */
  String resolveRamdisk(String accountId, String ramdiskId);

  /**
   * Where a host gets the image, whoever owns it.
   *
   * @param validity how long the address works
   * @throws java.util.NoSuchElementException if there is no such image any more
   */
  ImageSource source(String imageId, Duration validity);
}

package cloud.jarrah.images.control;

import org.jspecify.annotations.Nullable;

/**
 * A machine image that may be launched.
 *
 * @param kernelId its kernel, unless the launch names another; null: the disk boots itself
 * @param architecture for example {@code x86_64}
 * @param rootDeviceName for example {@code /dev/sda1}
 * @param virtualGib size of its disk: a smaller root disk cannot hold it
 */
public record LaunchImage(
    String imageId,
    @Nullable String kernelId,
    @Nullable String ramdiskId,
    String architecture,
    String rootDeviceName,
    int virtualGib) {}

package cloud.jarrah.images.entity;

import org.jspecify.annotations.Nullable;

/**
 * Everything about an image except its id, owner and age.
 *
 * @param kernelId booted directly, for images without a boot loader
 * @param location where it came from, for people
 */
public record ImageDescription(
    ImageKind kind,
    String name,
    @Nullable String description,
    String architecture,
    @Nullable String kernelId,
    @Nullable String ramdiskId,
    String rootDeviceName,
    boolean publicLaunch,
    ImageContent content,
    String location) {}

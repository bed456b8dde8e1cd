package cloud.jarrah.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * Asks to take an image from a file in the cloud's import directory.
 *
 * @param file name of the file, without any directory
 * @param kind {@code machine}, {@code kernel} or {@code ramdisk}
 * @param format {@code raw} or {@code qcow2}
 * @param architecture {@code x86_64} if absent
 * @param kernelId kernel that a machine image boots with; absent: the disk boots itself
 * @param isPublic whether every account may use it; absent: no
 */
public record ImportImageRequest(
    String file,
    String name,
    String kind,
    String format,
    @Nullable String architecture,
    @Nullable String kernelId,
    @Nullable String ramdiskId,
    @Nullable Boolean isPublic,
    @Nullable String description) {}

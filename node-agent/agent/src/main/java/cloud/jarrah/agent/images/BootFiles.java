package cloud.jarrah.agent.images;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files an instance boots from.
 *
 * @param disk the instance's own writable disk, qcow2
 * @param kernel booted directly; null: the disk boots itself
 * @param console where the serial console is written to
 */
public record BootFiles(Path disk, @Nullable Path kernel, @Nullable Path ramdisk, Path console) {}

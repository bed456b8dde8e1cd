package cloud.jarrah.agent.images;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each instance has a directory with its overlay, its console and the names of its images. */
public final class QcowDisks implements InstanceDisks {
  private static final long GIB = 1L << 30;

  private final InstanceDirectories directories;
  private final ImageCache cache;
  private final QemuImg qemuImg;
  private final @Nullable SharedStorage storage;

  /**
   * @param storage on which the directories are; null: they are this host's alone
   */
  public QcowDisks(
      InstanceDirectories directories,
      ImageCache cache,
      QemuImg qemuImg,
      @Nullable SharedStorage storage) {
    this.directories = directories;
    this.cache = cache;
    this.qemuImg = qemuImg;
    this.storage = storage;
  }

  @Override
  public boolean isShared() {
    return storage != null;
  }

  private void requireStorage() throws DiskException {
    SharedStorage shared = storage;
    if (shared != null) {
      shared.require();
    }
  }

  @Override
  public BootFiles ensure(InstanceSpec spec, boolean mayMake, Instant deadline)
      throws DiskException, InterruptedException {
    requireStorage();
    requireDisk(spec, mayMake);
    return files(spec, mayMake, deadline);
  }

  /** Never another disk than the one that has the instance's data: it would be empty. */
  private void requireDisk(InstanceSpec spec, boolean mayMake) throws DiskException {
    Path disk = disk(spec.id());
    if (Files.exists(disk) || (mayMake && !spec.diskExists())) {
      return;
    }
    if (!mayMake && !isShared()) {
      throw new DiskException(
          "The root disk of " + spec.id() + " is missing on its host: its data is lost",
          false,
          null);
    }
    throw new DiskException(
        "The root disk of "
            + spec.id()
            + " exists, but not on its host: mount the storage that has "
            + disk,
        true,
        null);
  }

  @Override
  public BootFiles makeAnew(InstanceSpec spec, Instant deadline)
      throws DiskException, InterruptedException {
    if (isShared()) {
      throw new DiskException(
          "The disk of " + spec.id() + " lies on storage that hosts share: it is not moved",
          false,
          null);
    }
    ensureAbsent(spec.id());
    return files(spec.ofNewDisk(), true, deadline);
  }

  private Path disk(String instanceId) {
    return directories.of(instanceId).resolve("disk.qcow2");
  }

  private BootFiles files(InstanceSpec spec, boolean mayMake, Instant deadline)
      throws DiskException, InterruptedException {
    Path disk = disk(spec.id());
    try {
      AtomicFiles.passableDirectory(directories.of(spec.id()));
      directories.pin(
          spec.id(),
          Stream.of(spec.image(), spec.kernel(), spec.ramdisk())
              .filter(Objects::nonNull)
              .map(source -> Objects.requireNonNull(source).sha256())
              .collect(Collectors.toSet()));
      @Nullable Path kernel = obtain(spec.kernel(), deadline);
      @Nullable Path ramdisk = obtain(spec.ramdisk(), deadline);
      // Also for a disk that another host has made: it is an overlay of the image.
      Path base = cache.obtain(spec.image(), deadline);
      if (!Files.exists(disk)) {
        // Once more: to fetch the image may have taken long.
        requireStorage();
        requireDisk(spec, mayMake);
        make(spec, base, disk);
      }
      return new BootFiles(disk, kernel, ramdisk, directories.console(spec.id()));
    } catch (IOException e) {
      throw new DiskException(
          "The host cannot store the instance's disk: " + e.getMessage(), true, e);
    }
  }

  private @Nullable Path obtain(@Nullable ImageSource source, Instant deadline)
      throws DiskException, InterruptedException {
    return source == null ? null : cache.obtain(source, deadline);
  }

  private void make(InstanceSpec spec, Path base, Path disk)
      throws IOException, DiskException, InterruptedException {
    long size = Math.max(virtualSize(spec.image(), base), spec.diskGib() * GIB);
    String format = spec.image().format().name().toLowerCase(Locale.ROOT);
    Path temporary = disk.resolveSibling(disk.getFileName() + AtomicFiles.TEMPORARY_SUFFIX);
    Files.deleteIfExists(temporary);
    qemuImg.overlay(base, format, temporary, size);
    Files.move(temporary, disk, StandardCopyOption.ATOMIC_MOVE);
  }

  private static long virtualSize(ImageSource image, Path base) throws IOException, DiskException {
    if (image.format() == DiskFormat.RAW) {
      return Files.size(base);
    }
    try {
      Qcow2Header header = Qcow2Header.read(base);
      if (header.selfContained()) {
        return header.virtualSize();
      }
    } catch (IOException e) {
      throw new DiskException(
          "The image " + image.imageId() + " cannot be used: " + e.getMessage(), false, e);
    }
    throw new DiskException(
        "The image "
            + image.imageId()
            + " refers to other files. Flatten it with qemu-img convert"
            + " and register it again.",
        false,
        null);
  }

  @Override
  public void ensureAbsent(String instanceId) throws DiskException {
    requireStorage();
    try {
      directories.remove(instanceId);
    } catch (IOException e) {
      throw new DiskException(
          "The disk of " + instanceId + " cannot be removed: " + e.getMessage(), true, e);
    }
  }
}

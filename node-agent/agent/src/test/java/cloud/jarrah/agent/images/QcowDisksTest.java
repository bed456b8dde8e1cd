package cloud.jarrah.agent.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.agent.fakes.ImageServer;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs qemu-img (package qemu-utils). */
class QcowDisksTest {
  private static final String ID = "i-0000000a";
  private static final long GIB = 1L << 30;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Path root = Path.of("");
  private ImageServer server;
  private InstanceDirectories directories;
  private QcowDisks disks;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    root = temporary;
    server = new ImageServer(temporary);
    open(root.resolve("instances"), null);
  }

  private void openShared() throws Exception {
    Path shared = Files.createDirectories(root.resolve("shared"));
    open(shared, SharedStorage.open(shared, root.resolve("storage")));
  }

  private void open(Path place, @Nullable SharedStorage storage) throws Exception {
    directories = new InstanceDirectories(place);
    ImageCache cache =
        new ImageCache(
            root.resolve("images"),
            new ImageCache.Limits(1 << 20, 1 << 20),
            CloudHttps.trusting(server.authorityFile()),
            threads,
            Clock.systemUTC(),
            directories::needs);
    disks = new QcowDisks(directories, cache, new QemuImg(Path.of("/usr/bin/qemu-img")), storage);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    server.close();
  }

  private BootFiles ensure(InstanceSpec spec, boolean mayMake) throws Exception {
    return disks.ensure(spec, mayMake, Instant.now().plusSeconds(60));
  }

  private static ImageSource qcow2(Path file) throws Exception {
    byte[] content = Files.readAllBytes(file);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    return new ImageSource("emi-00000002", "", content.length, sha256, DiskFormat.QCOW2);
  }

  @Test
  void overlayIsGrownAndKept() throws Exception {
    InstanceSpec spec = Specs.instance(ID, server.offer("one", 4096));
    BootFiles files = ensure(spec, true);
    assertThat(Qcow2Header.read(files.disk()).virtualSize()).isEqualTo(GIB);
    assertThat(Qcow2Header.read(files.disk()).selfContained()).isFalse();
    byte[] content = Files.readAllBytes(files.disk());
    assertThat(ensure(spec, false).disk()).hasBinaryContent(content);
  }

  @Test
  void qemusUserMayPassThroughToItsFilesAndListNothing() throws Exception {
    // As former versions left it.
    Files.setPosixFilePermissions(root.resolve("instances"), permissions("rwx------"));
    open(root.resolve("instances"), null);
    ensure(Specs.instance(ID, server.offer("one", 4096)), true);
    Path directory = root.resolve("instances").resolve(ID);
    for (Path each : List.of(root.resolve("instances"), root.resolve("images"), directory)) {
      assertThat(Files.getPosixFilePermissions(each)).isEqualTo(permissions("rwx--x--x"));
    }
    assertThat(Files.getPosixFilePermissions(directory.resolve("images")))
        .isEqualTo(permissions("rw-------"));
  }

  private static Set<PosixFilePermission> permissions(String text) {
    return PosixFilePermissions.fromString(text);
  }

  @Test
  void missingDiskOfAnOldInstanceIsNotMadeAnew() throws Exception {
    InstanceSpec spec = Specs.instance(ID, server.offer("one", 4096));
    assertThatThrownBy(() -> ensure(spec, false))
        .hasMessageContaining("its data is lost")
        .matches(e -> !((DiskException) e).retryable());
  }

  @Test
  void diskThatIsSaidToExistIsNotMadeAnew() throws Exception {
    InstanceSpec spec = Specs.instance(ID, server.offer("one", 4096)).ofExistingDisk();
    assertThatThrownBy(() -> ensure(spec, true))
        .hasMessageContaining("mount the storage")
        .matches(e -> ((DiskException) e).retryable());
    assertThat(directories.of(ID)).doesNotExist();
  }

  @Test
  void diskForAnInstanceThatBringsItsContentIsMadeAnew() throws Exception {
    InstanceSpec spec = Specs.instance(ID, server.offer("one", 4096));
    Path disk = ensure(spec, true).disk();
    Files.writeString(disk, "half a copy");
    assertThat(disks.makeAnew(spec.ofExistingDisk(), Instant.now().plusSeconds(60)).disk())
        .isEqualTo(disk);
    assertThat(Qcow2Header.read(disk).virtualSize()).isEqualTo(GIB);
  }

  @Test
  void sharedDiskIsNotReplaced() throws Exception {
    openShared();
    InstanceSpec spec = Specs.instance(ID, server.offer("one", 4096));
    byte[] content = Files.readAllBytes(ensure(spec, true).disk());
    assertThatThrownBy(() -> disks.makeAnew(spec, Instant.now().plusSeconds(60)))
        .hasMessageContaining("it is not moved");
    assertThat(ensure(spec, false).disk()).hasBinaryContent(content);
  }

  /** An empty place is left of it: what is made there is lost when it is mounted again. */
  @Test
  void nothingIsMadeOrRemovedWhileTheSharedDirectoryIsNotMounted() throws Exception {
    openShared();
    Path shared = root.resolve("shared");
    Path unmounted = Files.move(shared, root.resolve("unmounted"));
    Files.createDirectory(shared);
    InstanceSpec spec = Specs.instance(ID, server.offer("one", 4096));
    assertThatThrownBy(() -> ensure(spec, true))
        .hasMessageContaining("is not mounted")
        .matches(e -> ((DiskException) e).retryable());
    Path other = Files.createDirectory(directories.of(ID)).resolve("disk.qcow2");
    Files.createFile(other);
    assertThatThrownBy(() -> disks.ensureAbsent(ID)).hasMessageContaining("is not mounted");
    assertThat(other).exists();
    Files.delete(other);
    Files.delete(directories.of(ID));
    Files.delete(shared);
    Files.move(unmounted, shared);
    assertThat(ensure(spec, true).disk()).exists();
  }

  @Test
  void nothingIsLeftOfAnAbsentInstance() throws Exception {
    ImageSource image = server.offer("one", 4096);
    Path disk = ensure(Specs.instance(ID, image), true).disk();
    Files.writeString(directories.console(ID), "console");
    assertThat(directories.needs(image.sha256())).isTrue();
    disks.ensureAbsent(ID);
    disks.ensureAbsent(ID);
    assertThat(disk.getParent()).doesNotExist();
    assertThat(directories.needs(image.sha256())).isFalse();
  }

  @Test
  void imagesInUseAreKnownAfterARestart() throws Exception {
    ImageSource image = server.offer("one", 4096);
    Path unused = ensure(Specs.instance(ID, image), true).disk();
    open(root.resolve("instances"), null);
    assertThat(directories.needs(image.sha256())).isTrue();
  }

  @Test
  void imageThatRefersToAFileOfTheHostIsRefused() throws Exception {
    Path image = root.resolve("evil.qcow2");
    ByteBuffer header = ByteBuffer.allocate(4096);
    header.putInt(0, 0x514649fb).putInt(4, 2).putLong(8, 512).putInt(16, 11).putLong(24, GIB);
    header.position(512);
    header.put("/etc/shadow".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    Files.write(image, header.array());
    ImageSource source = qcow2(image);
    Files.copy(image, root.resolve("images").resolve(source.sha256()));
    assertThatThrownBy(() -> ensure(Specs.instance(ID, source), true))
        .hasMessageContaining("refers to other files");
  }

  @Test
  void imageThatIsNotQcow2IsRefused() throws Exception {
    Path image = Files.write(root.resolve("raw"), new byte[4096]);
    ImageSource source = qcow2(image);
    Files.copy(image, root.resolve("images").resolve(source.sha256()));
    assertThatThrownBy(() -> ensure(Specs.instance(ID, source), true))
        .hasMessageContaining("not in the QCOW2 format");
  }
}

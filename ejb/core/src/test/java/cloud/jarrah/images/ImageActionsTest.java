package cloud.jarrah.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.ImportImageRequest;
import cloud.jarrah.api.admin.ListImagesRequest;
import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.ImageId;
import cloud.jarrah.api.ec2.ImageItem;
import cloud.jarrah.api.ec2.ImageOwner;
import cloud.jarrah.api.ec2.ImageUser;
import cloud.jarrah.images.boundary.DescribeImages;
import cloud.jarrah.images.boundary.ImportImage;
import cloud.jarrah.images.boundary.ListImages;
import cloud.jarrah.images.control.DirectoryStore;
import cloud.jarrah.images.control.ImageImports;
import cloud.jarrah.images.control.ImageLinks;
import cloud.jarrah.images.control.ImportDirectory;
import cloud.jarrah.images.control.LaunchImage;
import cloud.jarrah.images.control.SignedDownloads;
import cloud.jarrah.images.control.StoredLaunchImages;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageActionsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final ImageRepository REPOSITORY = new ImageRepository(DB.entityManager());
  private static final Tags TAGS = new Tags(new TagRepository(DB.entityManager()));

  private final SettableTime time = new SettableTime();
  private final ImageLinks links =
      new ImageLinks(
          TestKeys.settings(Map.of("jarrah.agents.url", "https://10.0.0.1:8744")),
          TestKeys.fixed());
  private final Path importDirectory;
  private final Path storeDirectory;
  private final DirectoryStore store;
  private final StoredLaunchImages launch = new StoredLaunchImages(REPOSITORY, links, time);
  private final ImportImage importImage;

  ImageActionsTest(@TempDir Path directory) throws IOException {
    importDirectory = Files.createDirectory(directory.resolve("import"));
    storeDirectory = directory.resolve("images");
    store = new DirectoryStore(storeDirectory);
    importImage =
        new ImportImage(
            new ImageImports(
                REPOSITORY, store, new ImportDirectory(importDirectory), new CountingIds(), time),
            launch,
            new Arns(() -> "jarrah-1"));
    Files.writeString(importDirectory.resolve("disk.img"), "root file system");
  }

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE, Callers.BOB, Callers.ADMINISTRATOR);
  }

  private String take(
      String file, String name, String kind, String format, @Nullable String kernel) {
    ImportImageRequest request =
        new ImportImageRequest(file, name, kind, format, null, kernel, null, false, "for tests");
    return Actions.run(DB, importImage, request, Callers.ALICE).imageId();
  }

  private String machine(String name) {
    return take("disk.img", name, "machine", "raw", null);
  }

  private static List<ImageItem> describe(Caller caller, Consumer<DescribeImagesRequest> asked) {
    DescribeImagesRequest request = new DescribeImagesRequest();
    asked.accept(request);
    DescribeImages action = new DescribeImages(REPOSITORY, new Paging(TestKeys.fixed()), TAGS);
    return Actions.run(DB, action, request, caller).imagesSet;
  }

  private static Consumer<DescribeImagesRequest> id(String id) {
    return request -> {
      ImageId item = new ImageId();
      item.imageId = id;
      request.imagesSet.add(item);
    };
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private long storedFiles() throws IOException {
    try (var files = Files.list(storeDirectory)) {
      return files.count();
    }
  }

  @Test
  void importedImageIsStoredDescribedAndLaunchable() throws IOException {
    String kernel = take("disk.img", "a kernel", "kernel", "raw", null);
    String id = take("disk.img", "a machine", "machine", "raw", kernel);
    assertThat(id).startsWith("ami-");
    assertThat(Files.readString(store.open(id))).isEqualTo("root file system");
    assertThat(Files.exists(importDirectory.resolve("disk.img"))).isTrue();
    assertThat(describe(Callers.ALICE, id(id)))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.imageState).isEqualTo("available");
              assertThat(item.kernelId).isEqualTo(kernel);
              assertThat(item.rootDeviceName).isEqualTo("/dev/sda1");
            });
    LaunchImage image =
        DB.transactions().requiresNew(() -> launch.resolve(Callers.ALICE.accountId(), id));
    assertThat(image.kernelId()).isEqualTo(kernel);
    assertThat(image.virtualGib()).isEqualTo(1);
    assertThat(
            Actions.run(
                    DB, new ListImages(REPOSITORY), new ListImagesRequest(), Callers.ADMINISTRATOR)
                .images())
        .hasSize(2);
  }

  @Test
  void nameOutsideTheImportDirectoryIsRefused() throws IOException {
    Path outside = Files.writeString(importDirectory.resolveSibling("secret"), "secret");
    Files.createSymbolicLink(importDirectory.resolve("link"), outside);
    Files.createDirectory(importDirectory.resolve("directory"));
    for (String file :
        new String[] {
          "../secret", "/etc/passwd", "link", "directory", "..", ".", "absent", "a\0b"
        }) {
      assertRefused(
          ErrorCode.INVALID_PARAMETER_VALUE, () -> take(file, "name", "machine", "raw", null));
    }
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> take(" ", "name", "machine", "raw", null));
    assertThat(storedFiles()).isZero();
  }

  @Test
  void refusedImportLeavesNothing() throws IOException {
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> take("disk.img", "name", "machine", "qcow2", null));
    machine("taken");
    assertRefused(ErrorCode.INVALID_AMI_NAME_DUPLICATE, () -> machine("taken"));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE, () -> take("disk.img", "k", "kernel", "qcow2", null));
    assertRefused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        () -> take("disk.img", "other", "machine", "raw", "aki-00000000"));
    assertThat(storedFiles()).isEqualTo(1);
  }

  @Test
  void strangerNeitherSeesNorLaunchesAPrivateImage() {
    String id = machine("private");
    assertThat(describe(Callers.BOB, request -> {})).isEmpty();
    assertRefused(ErrorCode.INVALID_AMI_ID_NOT_FOUND, () -> describe(Callers.BOB, id(id)));
    assertRefused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        () -> DB.transactions().requiresNew(() -> launch.resolve(Callers.BOB.accountId(), id)));
  }

  @Test
  void malformedAndUnfitIdsAreToldApart() {
    String kernel = take("disk.img", "a kernel", "kernel", "raw", null);
    for (String wrong : new String[] {"", "ami-", "ami-xyz", "i-00000000", "ami-000000001"}) {
      assertRefused(ErrorCode.INVALID_AMI_ID_MALFORMED, () -> describe(Callers.ALICE, id(wrong)));
    }
    assertRefused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND, () -> describe(Callers.ALICE, id("emi-0123ABCD")));
    assertRefused(
        ErrorCode.INVALID_AMI_ID_MALFORMED,
        () ->
            DB.transactions().requiresNew(() -> launch.resolve(Callers.ALICE.accountId(), kernel)));
  }

  @Test
  void ownersAndExecutableByNarrowTheList() {
    machine("mine");
    Consumer<DescribeImagesRequest> self =
        request -> {
          ImageOwner owner = new ImageOwner();
          owner.owner = "self";
          request.ownersSet.add(owner);
        };
    Consumer<DescribeImagesRequest> all =
        request -> {
          ImageUser user = new ImageUser();
          user.user = "all";
          request.executableBySet.add(user);
        };
    assertThat(describe(Callers.ALICE, self)).hasSize(1);
    assertThat(describe(Callers.ALICE, all)).isEmpty();
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () ->
            describe(
                Callers.ALICE,
                request -> {
                  ImageOwner owner = new ImageOwner();
                  owner.owner = "somebody";
                  request.ownersSet.add(owner);
                }));
  }

  @Test
  void hostFetchesTheImageByItsAddressForAWhile() throws IOException {
    String id = machine("image");
    ImageSource source =
        DB.transactions().requiresNew(() -> launch.source(id, Duration.ofMinutes(10)));
    assertThat(source.url()).startsWith("https://10.0.0.1:8744/node/v1/images/" + id + "?");
    assertThat(source.sizeBytes()).isEqualTo(16);
    String[] query = URI.create(source.url()).getQuery().split("[=&]", -1);
    long expires = Long.parseLong(query[1]);
    SignedDownloads downloads =
        new SignedDownloads(REPOSITORY, store, links, time, DB.transactions());
    assertThat(Files.readString(downloads.open(id, expires, query[3]).file()))
        .isEqualTo("root file system");
    assertRefused(ErrorCode.ACCESS_DENIED, () -> downloads.open(id, expires + 1, query[3]));
    assertRefused(ErrorCode.ACCESS_DENIED, () -> downloads.open("ami-1", expires, query[3]));
    time.advance(Duration.ofMinutes(11));
    assertRefused(ErrorCode.ACCESS_DENIED, () -> downloads.open(id, expires, query[3]));
  }
}

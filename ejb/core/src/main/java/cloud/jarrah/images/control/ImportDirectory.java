package cloud.jarrah.images.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;

/** The one directory that image files are imported from: no path, no link leads out of it. */
@Singleton
public class ImportDirectory {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,199}");

  private final Path directory;

  @Inject
  ImportDirectory(Settings settings) {
    this(settings.directory("jarrah.images.import-dir", "import"));
  }

  public ImportDirectory(Path directory) {
    this.directory = directory;
  }

  /** Whether it may be the name of a file here. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Opens a plain file. */
  FileChannel open(String name) throws IOException {
    if (!isName(name)) {
      throw new DiskFile.UnfitException("it is not the name of a plain file");
    }
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new DiskFile.UnfitException(
          "there is no plain file of that name in the import directory of the server");
    }
    // Checked again by the kernel while opening: the name may have become a link in between.
    return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }
}

package cloud.jarrah.accounts.control;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Opens the administrators' account at the first start and hands its credentials over in a file.
 */
@Singleton
public class FirstAccount {
  public static final String NAME = "jarrah";
  private static final Logger LOG = Logger.getLogger(FirstAccount.class);

  private final Accounts accounts;
  private final Retrying transactions;
  private final Path file;

  @Inject
  FirstAccount(Accounts accounts, Transactions transactions, Settings settings) {
    this(
        accounts,
        transactions,
        settings.directory("jarrah.keys.dir", "keys").resolve("admin.json"));
  }

  /** With the file to write to. */
  public FirstAccount(Accounts accounts, Transactions transactions, Path file) {
    this.accounts = accounts;
    this.transactions = new Retrying(transactions);
    this.file = file;
  }

  /**
   * The file is written after the row and before the commit. So there is no administrator without a
   * file; and of two servers that start at once only the one whose row stands writes it.
   */
  public void ensure() {
    boolean opened =
        transactions.requiresNew(
            () -> {
              if (accounts.exists(NAME)) {
                return false;
              }
              write(accounts.open(NAME, true));
              return true;
            });
    if (opened) {
      LOG.infof("JARRAH000102 the first administrator's credentials are in %s", file);
    }
  }

  private void write(NewCredentials credentials) {
    Set<PosixFilePermission> ownerOnly =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    FileAttribute<Set<PosixFilePermission>> permissions =
        PosixFilePermissions.asFileAttribute(ownerOnly);
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(temporary);
      Set<StandardOpenOption> options =
          EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(temporary, options, permissions)) {
        ByteBuffer content = ByteBuffer.wrap(new JsonMapper().writeValueAsBytes(credentials));
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the first administrator's credentials to "
              + file
              + "; make the directory writable for the server",
          e);
    }
  }
}

package cloud.jarrah.it.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Logs in to a guest as root by key. */
public final class Ssh {
  private final Path key;
  private final String address;

  private Ssh(Path key, String address) {
    this.key = key;
    this.address = address;
  }

  /** Keeps the private key where only its owner reads it, as ssh demands. */
  public static Path keep(String privateKey, Path directory) {
    try {
      Path file = directory.resolve("key.pem");
      Files.writeString(file, privateKey.strip() + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Ssh to(String address, Path key) {
    return new Ssh(key, address);
  }

  /** The program with everything that goes before a remote command. */
  public List<String> command(String... options) {
    List<String> command = new ArrayList<>(List.of("ssh", "-i", key.toString()));
    for (String option :
        List.of(
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "IdentitiesOnly=yes",
            "LogLevel=ERROR",
            "ConnectTimeout=5")) {
      command.addAll(List.of("-o", option));
    }
    command.addAll(List.of(options));
    command.add("root@" + address);
    return command;
  }

  public ChildProcess.Ended run(String remote) {
    List<String> command = command();
    command.add(remote);
    return ChildProcess.of(command).within(Duration.ofSeconds(30)).run();
  }

  public String print(String remote) {
    return run(remote).orThrow().strip();
  }

  /** Waits until the guest lets us in. */
  public Ssh awaitLogin(Duration limit) {
    Waiting.until("login at " + address, limit, () -> run("true"), ChildProcess.Ended::succeeded);
    return this;
  }
}

package cloud.jarrah.agent.network;

import cloud.jarrah.agent.config.AgentConfig.Bridge;
import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.scheduling.AgentThreads;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** dnsmasq as a child process: started again when it dies; one left by a former agent is ended. */
public final class Dnsmasq implements DhcpServer {
  private static final System.Logger LOG = System.getLogger(Dnsmasq.class.getName());
  private static final Duration READY_WITHIN = Duration.ofSeconds(10);
  private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

  private final Bridge bridge;
  private final Path directory;
  private final AgentThreads threads;
  private @Nullable Process process;
  private boolean closed;

  public Dnsmasq(Bridge bridge, Path directory, AgentThreads threads) throws IOException {
    this.bridge = bridge;
    this.directory = AtomicFiles.privateDirectory(directory);
    this.threads = threads;
  }

  @Override
  public synchronized void start() throws NetworkException {
    try {
      Path config = directory.resolve("dnsmasq.conf");
      String text = DnsmasqConfig.render(bridge, BridgeAddress.of(bridge), directory);
      AtomicFiles.write(config, text.getBytes(StandardCharsets.UTF_8), Durability.PROCESS_DEATH);
      endFormer(config);
      launch(config);
    } catch (IOException e) {
      throw new NetworkException("The DHCP server cannot be started: " + e.getMessage(), e);
    }
  }

  private void launch(Path config) throws IOException, NetworkException {
    // Being authoritative it rebuilds its leases as the guests renew them.
    Files.deleteIfExists(DnsmasqConfig.leases(directory));
    Files.deleteIfExists(DnsmasqConfig.pidFile(directory));
    Process started =
        new ProcessBuilder(
                bridge.dnsmasq().toString(), "--keep-in-foreground", "--conf-file=" + config)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(directory.resolve("dnsmasq.log").toFile())
            .start();
    process = started;
    awaitReady(started);
    var unused = started.onExit().thenAccept(this::died);
  }

  /** It writes its pid when it listens and handles signals. */
  private void awaitReady(Process started) throws IOException, NetworkException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    Path pidFile = DnsmasqConfig.pidFile(directory);
    while (!Files.exists(pidFile) || Files.size(pidFile) == 0) {
      if (!started.isAlive() || System.nanoTime() - end > 0) {
        started.destroyForcibly();
        String said = Files.readString(directory.resolve("dnsmasq.log")).strip();
        throw new NetworkException("The DHCP server does not start: " + said, null);
      }
      waitFor(started, Duration.ofMillis(10));
    }
  }

  /** True: it has ended. An interrupt is kept for later: the work here is short. */
  private static boolean waitFor(Process each, Duration limit) {
    boolean interrupted = false;
    try {
      return each.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      return !each.isAlive();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void died(Process which) {
    synchronized (this) {
      if (closed || !which.equals(process)) {
        return;
      }
    }
    LOG.log(Level.WARNING, "the DHCP server died with {0}; starts it again", which.exitValue());
    threads.after(RESTART_PAUSE, threads.commands(), this::restart);
  }

  private synchronized void restart() {
    if (closed || (process != null && process.isAlive())) {
      return;
    }
    try {
      start();
    } catch (NetworkException e) {
      LOG.log(Level.ERROR, "guests get no addresses", e);
      threads.after(RESTART_PAUSE.multipliedBy(10), threads.commands(), this::restart);
    }
  }

  /** Found by its pid file and known by its command line, so that no stranger is ended. */
  private void endFormer(Path config) throws IOException {
    end(process);
    process = null;
    Path pidFile = DnsmasqConfig.pidFile(directory);
    if (!Files.exists(pidFile)) {
      return;
    }
    String pid = Files.readString(pidFile).strip();
    Path commandLine = Path.of("/proc", pid, "cmdline");
    if (pid.matches("\\d+")
        && Files.exists(commandLine)
        && Files.readString(commandLine).contains("--conf-file=" + config)) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(Dnsmasq::end);
    }
  }

  private static void end(ProcessHandle former) {
    former.destroyForcibly();
    former.onExit().completeOnTimeout(former, 5, TimeUnit.SECONDS).join();
  }

  private static void end(@Nullable Process mine) {
    if (mine != null) {
      mine.destroyForcibly();
      waitFor(mine, Duration.ofSeconds(5));
    }
  }

  @Override
  public synchronized void reload() throws NetworkException {
    Process running = process;
    if (running == null || !running.isAlive()) {
      start();
    } else if (Signals.LIBC.kill((int) running.pid(), Signals.SIGHUP) != 0) {
      throw new NetworkException("The DHCP server cannot be told of a new host", null);
    }
  }

  @Override
  public synchronized void forgetLeases(Set<String> macs) throws NetworkException {
    if (isLeased(macs)) {
      // dnsmasq keeps leases in memory and cannot be told to drop one.
      start();
    } else {
      reload();
    }
  }

  private boolean isLeased(Set<String> macs) throws NetworkException {
    Path leases = DnsmasqConfig.leases(directory);
    try {
      return Files.exists(leases)
          && Files.readAllLines(leases).stream()
              .map(line -> line.toLowerCase(Locale.ROOT).split(" ", -1))
              .anyMatch(words -> words.length > 1 && macs.contains(words[1]));
    } catch (IOException e) {
      throw new NetworkException("The host cannot read " + leases, e);
    }
  }

  @Override
  public synchronized void ensureAlive() throws NetworkException {
    if (process == null || !process.isAlive()) {
      start();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    end(process);
  }
}

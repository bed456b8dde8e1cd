package cloud.jarrah.agent;

import cloud.jarrah.agent.config.AgentConfig;
import cloud.jarrah.agent.config.AgentConfig.HypervisorKind;
import cloud.jarrah.agent.config.ConfigFile;
import cloud.jarrah.agent.config.ConfigurationException;
import cloud.jarrah.agent.enrolment.Enroller;
import cloud.jarrah.agent.enrolment.EnrolmentException;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.agent.scheduling.AgentThreads;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * {@code jarrah-agent [--check] CONFIG}: exits with 2 if the configuration is wrong, 3 if not
 * enrolled. With {@code --check} it does no more than read it.
 */
public final class AgentMain {
  private static final System.Logger LOG = System.getLogger(AgentMain.class.getName());

  /** Many: a thread may wait a minute for a guest to shut down, or for an image. */
  private static final int REAL_HOST_THREADS = 32;

  private static final int SIMULATOR_THREADS = 24;

  private AgentMain() {}

  public static void main(String[] args) throws InterruptedException {
    boolean check = args.length == 2 && args[0].equals("--check");
    if (args.length != 1 && !check) {
      LOG.log(Level.ERROR, "usage: jarrah-agent [--check] CONFIG.properties");
      System.exit(2);
    }
    try {
      AgentConfig config = ConfigFile.read(Path.of(args[args.length - 1]));
      if (!check) {
        run(config);
      }
    } catch (ConfigurationException e) {
      LOG.log(Level.ERROR, e.getMessage());
      System.exit(2);
    } catch (EnrolmentException e) {
      LOG.log(Level.ERROR, e.getMessage());
      System.exit(3);
    } catch (IOException | NetworkException | HypervisorException e) {
      LOG.log(Level.ERROR, "The agent cannot start: " + e.getMessage(), e);
      System.exit(1);
    }
  }

  private static void run(AgentConfig config)
      throws IOException,
          EnrolmentException,
          ConfigurationException,
          NetworkException,
          HypervisorException,
          InterruptedException {
    boolean real = config.hypervisor() == HypervisorKind.LIBVIRT;
    AgentThreads threads =
        real
            ? AgentThreads.create(REAL_HOST_THREADS, 4)
            : AgentThreads.create(SIMULATOR_THREADS, SIMULATOR_THREADS);
    CloudHttps https = trust(config.certificateAuthority());
    Enroller enroller = new Enroller(config.enrolmentUrl(), https);
    AutoCloseable agent =
        real
            ? RealHost.start(config, threads, Clock.systemUTC(), enroller, https)
            : Simulator.start(config, threads, Clock.systemUTC(), enroller);
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(agent, threads, end), "end"));
    end.await();
  }

  private static CloudHttps trust(Path certificateAuthority) throws ConfigurationException {
    try {
      return CloudHttps.trusting(certificateAuthority);
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigurationException(
          "jarrah.agent.ca must be the cloud's certificate authority in PEM: " + e);
    }
  }

  private static void close(AutoCloseable agent, AgentThreads threads, CountDownLatch end) {
    try {
      agent.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "while ending", e);
    }
    threads.close();
    end.countDown();
  }
}

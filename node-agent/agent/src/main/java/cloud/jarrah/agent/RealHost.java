package cloud.jarrah.agent;

import cloud.jarrah.agent.HostAgent.Home;
import cloud.jarrah.agent.config.AgentConfig;
import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.enrolment.Enroller;
import cloud.jarrah.agent.enrolment.EnrolmentException;
import cloud.jarrah.agent.enrolment.HostIdentity;
import cloud.jarrah.agent.enrolment.IdentityStore;
import cloud.jarrah.agent.enrolment.Tokens;
import cloud.jarrah.agent.enrolment.Tokens.Token;
import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.libvirt.LibvirtHypervisor;
import cloud.jarrah.agent.images.ImageCache;
import cloud.jarrah.agent.images.InstanceDirectories;
import cloud.jarrah.agent.images.QcowDisks;
import cloud.jarrah.agent.images.QemuImg;
import cloud.jarrah.agent.images.SharedStorage;
import cloud.jarrah.agent.metadata.MetadataServer;
import cloud.jarrah.agent.metadata.MetadataService;
import cloud.jarrah.agent.network.BridgeNetwork;
import cloud.jarrah.agent.network.Dnsmasq;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.agent.passage.Passages;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.agent.slumber.SleepCommand;
import cloud.jarrah.agent.slumber.Sleeper;
import cloud.jarrah.node.NodeReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent of a host that runs virtual machines, with all that belongs to it. */
record RealHost(
    HostAgent agent,
    Hypervisor hypervisor,
    Network network,
    @Nullable MetadataServer metadata,
    Passages passages)
    implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

  static RealHost start(
      AgentConfig config, AgentThreads threads, Clock clock, Enroller enroller, CloudHttps https)
      throws IOException,
          EnrolmentException,
          NetworkException,
          HypervisorException,
          InterruptedException {
    Path state = AtomicFiles.passableDirectory(config.state());
    IdentityStore store = new IdentityStore(state.resolve("identity"));
    HostIdentity identity = identity(config, store, enroller);
    @Nullable Path shared = config.sharedDirectory();
    @Nullable SharedStorage storage =
        shared == null ? null : SharedStorage.open(shared, state.resolve("storage"));
    InstanceDirectories directories =
        new InstanceDirectories(shared == null ? state.resolve("instances") : shared);
    Passages passages =
        new Passages(
            identity.access(store.directory()), config.migration(), config.libvirt().uri());
    Hypervisor hypervisor =
        new LibvirtHypervisor(
            config.libvirt(), config.bridge().name(), directories::console, passages);
    @Nullable MetadataServer metadata = metadata(config.metadata(), threads);
    Path dhcp = state.resolve("network");
    Network network = new BridgeNetwork(dhcp, new Dnsmasq(config.bridge(), dhcp, threads));
    HostAgent agent =
        HostAgent.start(
            new Home(state, store.directory(), Durability.POWER_CUT, identity),
            capacity(config, hypervisor, storage),
            config.timing(),
            new Machine(
                hypervisor,
                disks(config, state, directories, storage, https, threads, clock),
                network,
                Machine.CommandPath.DIRECT,
                sleeper(config, clock),
                CONNECT_WITHIN),
            threads,
            clock);
    if (metadata != null) {
      metadata.start(new MetadataService(agent::instanceAt, clock));
    }
    passages.start(agent::awaitedFrom);
    return new RealHost(agent, hypervisor, network, metadata, passages);
  }

  private static NodeReport.Capacity capacity(
      AgentConfig config, Hypervisor hypervisor, @Nullable SharedStorage storage) {
    return config
        .offer()
        .capacity(hypervisor.kind(), AgentVersion.TEXT, storage == null ? null : storage.id());
  }

  private static @Nullable MetadataServer metadata(@Nullable HostPort bind, AgentThreads threads)
      throws IOException {
    return bind == null ? null : new MetadataServer(bind, threads);
  }

  private static Sleeper sleeper(AgentConfig config, Clock clock) {
    AgentConfig.@Nullable Slumber slumber = config.slumber();
    return slumber == null
        ? Sleeper.NEVER
        : new SleepCommand(slumber.command(), slumber.mac(), clock);
  }

  private static HostIdentity identity(AgentConfig config, IdentityStore store, Enroller enroller)
      throws EnrolmentException, IOException, InterruptedException {
    @Nullable HostIdentity known = store.load();
    if (known != null) {
      return known;
    }
    Path file = config.tokenFile();
    List<Token> tokens = file == null ? List.of() : Tokens.read(file, config.name());
    if (tokens.isEmpty()) {
      throw new EnrolmentException(
          "This host is not enrolled: jarrah.agent.enrolment-token-file must name a file with a"
              + " one-time token",
          false,
          null);
    }
    return enroller.enrol(store, tokens.get(0));
  }

  private static QcowDisks disks(
      AgentConfig config,
      Path state,
      InstanceDirectories directories,
      @Nullable SharedStorage storage,
      CloudHttps https,
      AgentThreads threads,
      Clock clock)
      throws IOException {
    ImageCache.Limits limits =
        new ImageCache.Limits(config.images().cacheBytes(), config.images().maxImageBytes());
    ImageCache cache =
        new ImageCache(
            state.resolve("images"), limits, https, threads.fetches(), clock, directories::needs);
    return new QcowDisks(directories, cache, new QemuImg(config.images().qemuImg()), storage);
  }

  /** Guests go on without their agent. */
  @Override
  public void close() {
    agent.close();
    if (metadata != null) {
      metadata.close();
    }
    passages.close();
    network.close();
    hypervisor.close();
  }
}

package cloud.jarrah.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.config.AgentConfig;
import cloud.jarrah.agent.config.AgentConfig.Bridge;
import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.config.AgentConfig.HypervisorKind;
import cloud.jarrah.agent.config.AgentConfig.ImageLimits;
import cloud.jarrah.agent.config.AgentConfig.Libvirt;
import cloud.jarrah.agent.config.AgentConfig.Offer;
import cloud.jarrah.agent.config.AgentConfig.Simulation;
import cloud.jarrah.agent.config.AgentConfig.Timing;
import cloud.jarrah.agent.enrolment.Enroller;
import cloud.jarrah.agent.fakes.FakeCloud;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.https.CloudHttps;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import cloud.jarrah.node.NodeCommand.Sleep;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import cloud.jarrah.node.NodeReport.Heartbeat;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.NodeReport.Slumber;
import cloud.jarrah.node.ReportEnvelope;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedFleetTest {
  private static final String ID = "i-0000000a";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Path directory;
  private FakeCloud cloud;
  private AgentThreads threads;
  private SimulatedFleet fleet;
  private ControlApi control;

  @BeforeEach
  void startCloud(@TempDir Path temporary) throws Exception {
    directory = temporary;
    Files.createDirectory(directory.resolve("cloud"));
    cloud = new FakeCloud(directory.resolve("cloud"));
    Files.writeString(directory.resolve("tokens"), "host-a token-a\nhost-b token-b\n");
    cloud.allow("token-a");
    cloud.allow("token-b");
    startFleet(2);
  }

  private void startFleet(int hosts) throws Exception {
    AgentConfig config =
        new AgentConfig(
            directory.resolve("state"),
            "sim",
            cloud.enrolmentUrl(),
            cloud.authorityFile(),
            directory.resolve("tokens"),
            null,
            HypervisorKind.SIMULATED,
            new Offer(4, 8192, 100),
            new Libvirt("", "", "", ""),
            new Bridge("", "", 0, Path.of("/")),
            new ImageLimits(1, 1, Path.of("/")),
            null,
            null,
            new Timing(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofSeconds(10)),
            null,
            new Simulation(hosts, Duration.ofMillis(20), new HostPort("127.0.0.1", 0), false, 9));
    threads = AgentThreads.create(4, 4);
    Enroller enroller =
        new Enroller(config.enrolmentUrl(), CloudHttps.trusting(config.certificateAuthority()));
    fleet = new SimulatedFleet(config, threads, Clock.systemUTC(), enroller);
    control = new ControlApi(new HostPort("127.0.0.1", 0), fleet, threads.commands());
    fleet.start();
    await()
        .atMost(LIMIT)
        .until(
            () ->
                fleet.hosts("*").size() == hosts
                    && fleet.hosts("*").stream().allMatch(SimulatedHost::isConnected));
  }

  private void stopFleet() {
    control.close();
    fleet.close();
    threads.close();
  }

  @AfterEach
  void end() throws Exception {
    stopFleet();
    cloud.close();
  }

  private String hostId() {
    return fleet.hosts("host-a").iterator().next().hostId();
  }

  @Test
  void hostThatIsToldToSleepIsSilentUntilAMagicPacketNamesIt() throws Exception {
    SimulatedHost host = fleet.hosts("host-a").iterator().next();
    await().atMost(LIMIT).until(() -> !cloud.reports(hostId(), Inventory.class).isEmpty());
    assertThat(cloud.reports(hostId(), Inventory.class).get(0).slumber())
        .isEqualTo(new Slumber(host.mac(), 0));
    cloud.send(hostId(), hostId(), 0, new Sleep(1));
    await().atMost(LIMIT).until(() -> !host.isConnected());
    try (WakeListener listener = new WakeListener(0, fleet::wake);
        DatagramSocket socket = new DatagramSocket()) {
      byte[] other = WakeListenerTest.packet("02:00:00:00:00:99");
      InetAddress loopback = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(other, other.length, loopback, listener.port()));
      await().during(Duration.ofSeconds(1)).until(() -> !host.isConnected());
      byte[] its = WakeListenerTest.packet(host.mac());
      socket.send(new DatagramPacket(its, its.length, loopback, listener.port()));
      await().atMost(LIMIT).until(host::isConnected);
    }
    await()
        .atMost(LIMIT)
        .until(
            () ->
                cloud.reports(hostId(), Inventory.class).stream()
                    .anyMatch(each -> new Slumber(host.mac(), 1).equals(each.slumber())));
  }

  private CommandResult awaitResult(String commandId) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                cloud.reports(hostId(), CommandResult.class).stream()
                    .filter(result -> result.commandId().equals(commandId))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private void awaitPower(Power power) {
    await().atMost(LIMIT).until(() -> lastInventoryShows(power));
  }

  private boolean lastInventoryShows(Power power) {
    List<Inventory> inventories = cloud.reports(hostId(), Inventory.class);
    return !inventories.isEmpty()
        && inventories.get(inventories.size() - 1).instances().stream()
            .anyMatch(i -> i.instanceId().equals(ID) && i.power() == power);
  }

  private void order(String path, String body) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + control.port() + "/hosts/" + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void domainsAreToldAsTheMachinesHaveThemAndNotAsTheAgentsBelieve() throws Exception {
    awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    order("host-b/domains", "{\"instanceId\":\"i-0000000b\"}");
    assertThat(fleet.hosts("*").stream().flatMap(host -> host.domainViews().stream()))
        .extracting(DomainView::host, DomainView::instanceId)
        .containsExactlyInAnyOrder(tuple("host-a", ID), tuple("host-b", "i-0000000b"));
    assertThat(fleet.hosts("host-a").iterator().next().domainViews().get(0).addresses())
        .isEqualTo(SimulatedHypervisor.addresses(Specs.instance(ID)));
  }

  @Test
  void instanceRunsStopsAndGoes() throws Exception {
    String run = cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId();
    CommandResult started = awaitResult(run);
    assertThat(started.outcome()).isEqualTo(Outcome.DONE);
    assertThat(started.observation()).isNotNull();
    assertThat(lastInventoryShows(Power.RUNNING)).as("inventory before the answer").isTrue();

    String stop = cloud.send(hostId(), ID, 2, new EnsureStopped(ID, 0)).commandId();
    awaitResult(stop);
    awaitPower(Power.OFF);

    String absent = cloud.send(hostId(), ID, 3, new EnsureAbsent(ID)).commandId();
    assertThat(awaitResult(absent).outcome()).isEqualTo(Outcome.DONE);
    List<Inventory> inventories = cloud.reports(hostId(), Inventory.class);
    assertThat(inventories.get(inventories.size() - 1).instances()).isEmpty();
    assertThat(cloud.broker().wrongHostProperties()).isEmpty();
  }

  @Test
  void heartbeatCarriesTheDigestOfTheInventory() throws Exception {
    awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              List<Heartbeat> beats = cloud.reports(hostId(), Heartbeat.class);
              List<Inventory> inventories = cloud.reports(hostId(), Inventory.class);
              return !beats.isEmpty()
                  && beats
                      .get(beats.size() - 1)
                      .inventoryDigest()
                      .equals(inventories.get(inventories.size() - 1).digest());
            });
  }

  @Test
  void brokersRestartIsSurvived() throws Exception {
    cloud.broker().stop();
    await().atMost(LIMIT).until(() -> fleet.hosts("*").stream().noneMatch(h -> h.isConnected()));
    cloud.broker().start();
    await().atMost(LIMIT).until(() -> fleet.hosts("*").stream().allMatch(h -> h.isConnected()));
    String run = cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId();
    assertThat(awaitResult(run).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void guestsPowerOffIsReportedAtOnce() throws Exception {
    awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    order("host-a/power", "{\"instanceId\":\"" + ID + "\",\"event\":\"guest-off\"}");
    awaitPower(Power.GUEST_OFF);
  }

  @Test
  void crashedAgentComesBackInANewIncarnationAndFinishesWhatItBegan() throws Exception {
    order(
        "host-a/faults",
        "{\"command\":\"ensure-running\",\"action\":\"CRASH_DURING\",\"times\":1}");
    CommandResult done = awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    assertThat(done.outcome()).isEqualTo(Outcome.DONE);
    awaitPower(Power.RUNNING);
    assertThat(cloud.reports())
        .filteredOn(report -> report.report() instanceof CommandResult)
        .extracting(ReportEnvelope::incarnation)
        .as("what was told again is answered again")
        .isNotEmpty()
        .containsOnly(2L);
  }

  @Test
  void orderedFailureIsAnswered() throws Exception {
    order(
        "host-a/faults",
        "{\"command\":\"ensure-running\",\"action\":\"FAIL\",\"times\":1,\"message\":\"no luck\"}");
    CommandResult result = awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.message()).isEqualTo("no luck");
    assertThat(result.retryable()).isFalse();
    awaitPower(Power.FAILED);
    CommandResult again = awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    assertThat(again.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void restartOfTheProcessNeedsNoTokenAndKeepsInstances() throws Exception {
    String hostId = hostId();
    awaitResult(cloud.send(hostId, ID, 1, Specs.run(ID)).commandId());
    stopFleet();
    int before = cloud.reports().size();
    startFleet(2);
    assertThat(hostId()).isEqualTo(hostId);
    await().atMost(LIMIT).until(() -> cloud.reports().size() > before);
    awaitPower(Power.RUNNING);
  }

  @Test
  void consoleIsPushed() throws Exception {
    awaitResult(cloud.send(hostId(), ID, 1, Specs.run(ID)).commandId());
    await().atMost(LIMIT).until(() -> !cloud.reports(hostId(), ConsoleOutput.class).isEmpty());
  }
}

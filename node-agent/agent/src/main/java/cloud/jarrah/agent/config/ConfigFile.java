package cloud.jarrah.agent.config;

import cloud.jarrah.agent.config.AgentConfig.Bridge;
import cloud.jarrah.agent.config.AgentConfig.HypervisorKind;
import cloud.jarrah.agent.config.AgentConfig.ImageLimits;
import cloud.jarrah.agent.config.AgentConfig.Libvirt;
import cloud.jarrah.agent.config.AgentConfig.Offer;
import cloud.jarrah.agent.config.AgentConfig.Simulation;
import cloud.jarrah.agent.config.AgentConfig.Slumber;
import cloud.jarrah.agent.config.AgentConfig.Timing;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the properties file. A key it does not know is an error: it is most likely mistyped. */
public final class ConfigFile {

  private static final long MIB = 1024L * 1024;

  private ConfigFile() {}

  public static AgentConfig read(Path file) throws ConfigurationException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException("Cannot read the configuration " + file + ": " + e);
    }
    return parse(properties);
  }

  static AgentConfig parse(Properties properties) throws ConfigurationException {
    Keys keys = new Keys(properties);
    HypervisorKind kind = keys.choice("hypervisor", HypervisorKind.class);
    boolean real = kind == HypervisorKind.LIBVIRT;
    AgentConfig config =
        new AgentConfig(
            keys.path("state"),
            keys.text("name"),
            keys.httpsUrl("enrolment-url"),
            keys.path("ca"),
            keys.optionalPath("enrolment-token-file"),
            keys.optionalPath("shared-directory"),
            kind,
            new Offer(
                keys.number("cores", 1, 4096),
                keys.number("memory-mb", 64, 1 << 26),
                keys.number("disk-gb", 1, 1 << 26)),
            libvirt(keys),
            bridge(keys, real),
            images(keys),
            keys.optionalHostPort("metadata.bind"),
            keys.optionalHostPort("migration.bind"),
            timing(keys),
            slumber(keys),
            simulation(keys));
    Set<String> unknown = keys.unknown();
    if (!unknown.isEmpty()) {
      throw new ConfigurationException("Unknown keys in the configuration: " + unknown);
    }
    return config;
  }

  private static Libvirt libvirt(Keys keys) throws ConfigurationException {
    return new Libvirt(
        keys.text("libvirt.uri", "qemu:///system"),
        keys.text("libvirt.domain-type", "qemu"),
        keys.text("libvirt.machine", "pc"),
        keys.text("libvirt.cpu-mode", "maximum"));
  }

  private static Bridge bridge(Keys keys, boolean required) throws ConfigurationException {
    return new Bridge(
        keys.text("bridge", "br0"),
        required ? keys.ipv4("bridge-address") : keys.text("bridge-address", ""),
        keys.number("bridge-mtu", 0, 65535, 0),
        Path.of(keys.text("dnsmasq", "/usr/sbin/dnsmasq")));
  }

  private static ImageLimits images(Keys keys) throws ConfigurationException {
    return new ImageLimits(
        keys.number("images.cache-mb", 1, 1 << 30, 20480) * MIB,
        keys.number("images.max-mb", 1, 1 << 30, 65536) * MIB,
        Path.of(keys.text("qemu-img", "/usr/bin/qemu-img")));
  }

  private static Timing timing(Keys keys) throws ConfigurationException {
    return new Timing(
        Duration.ofSeconds(keys.number("heartbeat-seconds", 1, 3600, 10)),
        Duration.ofSeconds(keys.number("inventory-seconds", 1, 3600, 60)),
        Duration.ofSeconds(keys.number("refresh-seconds", 1, 3600, 10)));
  }

  private static @Nullable Slumber slumber(Keys keys) throws ConfigurationException {
    String command = keys.text("sleep-command", "");
    String mac = keys.text("wake-mac", "").toLowerCase(Locale.ROOT);
    if (command.isEmpty() && mac.isEmpty()) {
      return null;
    }
    if (command.isEmpty() || !mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
      throw new ConfigurationException(
          "jarrah.agent.sleep-command and jarrah.agent.wake-mac belong together; the latter is a"
              + " MAC address, for example 02:00:00:ab:cd:ef");
    }
    return new Slumber(List.of(command.split("\\s+", -1)), mac);
  }

  private static Simulation simulation(Keys keys) throws ConfigurationException {
    return new Simulation(
        keys.number("simulated.hosts", 1, 10_000, 1),
        Duration.ofMillis(keys.number("simulated.boot-ms", 0, 600_000, 200)),
        keys.optionalHostPort("simulated.control"),
        keys.flag("simulated.shared"),
        keys.number("simulated.wake-port", 0, 65535, 0));
  }
}

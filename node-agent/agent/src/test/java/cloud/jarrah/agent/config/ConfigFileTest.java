package cloud.jarrah.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  private final Properties properties = new Properties();

  @BeforeEach
  void fill() {
    set("state", "/state");
    set("name", "host-1");
    set("enrolment-url", "https://10.0.0.1:8744/node/v1/enrolment");
    set("ca", "/ca.pem");
    set("hypervisor", "libvirt");
    set("cores", "4");
    set("memory-mb", "8192");
    set("disk-gb", "100");
    set("bridge-address", "10.180.0.1");
  }

  private void set(String key, String value) {
    properties.setProperty(Keys.PREFIX + key, value);
  }

  @Test
  void leastConfigurationHasDefaults() throws Exception {
    AgentConfig config = ConfigFile.parse(properties);
    assertThat(config.libvirt().domainType()).isEqualTo("qemu");
    assertThat(config.timing().heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.metadata()).isNull();
  }

  @Test
  void addressesAreRead() throws Exception {
    set("metadata.bind", "169.254.169.254:80");
    assertThat(ConfigFile.parse(properties).metadata())
        .isEqualTo(new HostPort("169.254.169.254", 80));
  }

  @Test
  void missingKeyIsNamed() {
    properties.remove(Keys.PREFIX + "name");
    assertThatThrownBy(() -> ConfigFile.parse(properties))
        .hasMessage("jarrah.agent.name is missing");
  }

  @Test
  void mistypedKeyIsNamed() {
    set("heartbeat-second", "1");
    assertThatThrownBy(() -> ConfigFile.parse(properties)).hasMessageContaining("heartbeat-second");
  }

  /** The launcher gives these to the agents that list them, and to no older ones. */
  @Test
  void keysThatAreListedAsNewerAreKnown() throws Exception {
    List<String> keys = Files.readAllLines(Path.of("src/main/bin/newer-keys"));
    assertThat(keys).isNotEmpty();
    keys.forEach(key -> set(key, key.endsWith("port") ? "9" : "127.0.0.1:1"));
    AgentConfig config = ConfigFile.parse(properties);
    assertThat(config.migration()).isEqualTo(new HostPort("127.0.0.1", 1));
    assertThat(config.simulation().wakePort()).isEqualTo(9);
  }

  @Test
  void hostSleepsByACommandAndWakesByItsAddressOrNeither() throws ConfigurationException {
    assertThat(ConfigFile.parse(properties).slumber()).isNull();
    set("sleep-command", "systemctl  suspend");
    assertThatThrownBy(() -> ConfigFile.parse(properties)).hasMessageContaining("belong together");
    set("wake-mac", "02:00:5E:10:00:FF");
    assertThat(ConfigFile.parse(properties).slumber())
        .isEqualTo(new AgentConfig.Slumber(List.of("systemctl", "suspend"), "02:00:5e:10:00:ff"));
    set("wake-mac", "eth0");
    assertThatThrownBy(() -> ConfigFile.parse(properties)).hasMessageContaining("MAC address");
  }

  @ParameterizedTest
  @CsvSource({
    "cores, 0, between 1 and",
    "cores, many, must be a number",
    "hypervisor, xen, must be one of",
    "enrolment-url, http://10.0.0.1/, must be an https",
    "enrolment-url, https://, must be an https",
    "bridge-address, 10.0.0.256, must be an IPv4 address",
    "metadata.bind, nowhere, must be ADDRESS:PORT",
    "metadata.bind, a:b, must be a number",
  })
  void wrongValueIsExplained(String key, String value, String explanation) {
    set(key, value);
    assertThatThrownBy(() -> ConfigFile.parse(properties))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key);
  }
}

package cloud.jarrah.agent.config;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Typed access to the properties; remembers which keys were asked for. */
final class Keys {
  static final String PREFIX = "jarrah.agent.";

  private final Properties properties;
  private final Set<String> known = new HashSet<>();

  Keys(Properties properties) {
    this.properties = properties;
  }

  Set<String> unknown() {
    TreeSet<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(known);
    return unknown;
  }

  private @Nullable String find(String key) {
    known.add(PREFIX + key);
    String value = properties.getProperty(PREFIX + key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  String text(String key) throws ConfigurationException {
    String value = find(key);
    if (value == null) {
      throw wrong(key, "is missing");
    }
    return value;
  }

  String text(String key, String otherwise) {
    String value = find(key);
    return value == null ? otherwise : value;
  }

  Path path(String key) throws ConfigurationException {
    return Path.of(text(key)).toAbsolutePath();
  }

  @Nullable Path optionalPath(String key) {
    String value = find(key);
    return value == null ? null : Path.of(value).toAbsolutePath();
  }

  int number(String key, int least, int most) throws ConfigurationException {
    return number(key, text(key), least, most);
  }

  int number(String key, int least, int most, int otherwise) throws ConfigurationException {
    return number(key, text(key, Integer.toString(otherwise)), least, most);
  }

  private static int number(String key, String value, int least, int most)
      throws ConfigurationException {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(key, "must be a number, not '" + value + "'");
    }
    throw wrong(key, "must be between " + least + " and " + most + ", not " + value);
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) throws ConfigurationException {
    String value = text(key);
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    String choices = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw wrong(key, "must be one of " + choices + ", not '" + value + "'");
  }

  /** False unless it is said to be true. */
  boolean flag(String key) throws ConfigurationException {
    String value = text(key, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(key, "must be true or false, not '" + value + "'");
    }
    return value.equals("true");
  }

  URI httpsUrl(String key) throws ConfigurationException {
    String value = text(key);
    try {
      URI uri = URI.create(value);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(key, "is not an address: " + e.getMessage());
    }
    throw wrong(key, "must be an https:// address, not '" + value + "'");
  }

  String ipv4(String key) throws ConfigurationException {
    String value = text(key);
    if (!value.matches("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}")) {
      throw wrong(key, "must be an IPv4 address, not '" + value + "'");
    }
    return value;
  }

  @Nullable HostPort optionalHostPort(String key) throws ConfigurationException {
    String value = find(key);
    if (value == null) {
      return null;
    }
    int colon = value.lastIndexOf(':');
    if (colon < 1) {
      throw wrong(key, "must be ADDRESS:PORT, not '" + value + "'");
    }
    return new HostPort(
        value.substring(0, colon), number(key, value.substring(colon + 1), 0, 65535));
  }

  private static ConfigurationException wrong(String key, String what) {
    return new ConfigurationException(PREFIX + key + " " + what);
  }
}

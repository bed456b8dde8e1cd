package cloud.jarrah.platform.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads configuration values by name; wrong ones are refused with their name. */
public final class Settings {
  private final Function<String, Optional<String>> source;

  public Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Makes the server's configuration injectable. */
  @Dependent
  public static class Provider {
    @Produces
    Settings settings() {
      return new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }
  }

  public Optional<String> text(String name) {
    return source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  public String text(String name, String absent) {
    return text(name).orElse(absent);
  }

  public String text(String name, String absent, Pattern allowed) {
    String value = text(name, absent);
    if (!allowed.matcher(value).matches()) {
      throw wrong(name, value, "it must match " + allowed.pattern());
    }
    return value;
  }

  public int number(String name, int absent, int least, int most) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return absent;
    }
    try {
      int value = Integer.parseInt(given.get());
      if (value >= least && value <= most) {
        return value;
      }
      throw wrong(name, given.get(), "it must be from " + least + " to " + most);
    } catch (NumberFormatException e) {
      throw wrong(name, given.get(), "it must be a whole number");
    }
  }

  /** Yes or no. */
  public boolean flag(String name, boolean absent) {
    String value = text(name, String.valueOf(absent));
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(name, value, "it must be true or false");
    }
    return value.equals("true");
  }

  /** A list separated by commas. */
  public List<String> list(String name, List<String> absent) {
    return text(name)
        .map(
            text ->
                Stream.of(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList())
        .filter(items -> !items.isEmpty())
        .orElse(absent);
  }

  /**
   * A directory.
   *
   * @param below its place in the data directory, unless it is configured itself
   */
  public Path directory(String name, String below) {
    Optional<String> given = text(name);
    if (given.isPresent()) {
      return Path.of(given.get());
    }
    String data =
        text("jarrah.data.dir")
            .or(() -> text("jboss.server.data.dir"))
            .orElseThrow(() -> new IllegalStateException("set " + name + " or jarrah.data.dir"));
    return Path.of(data, below);
  }

  private static IllegalStateException wrong(String name, String value, String reason) {
    return new IllegalStateException("the setting " + name + " is '" + value + "', but " + reason);
  }
}

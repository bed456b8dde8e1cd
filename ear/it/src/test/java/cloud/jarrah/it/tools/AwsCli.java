package cloud.jarrah.it.tools;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code aws} program with an account's keys and nobody's configuration files. */
public final class AwsCli {
  private final URI endpoint;
  private final Map<String, String> environment = new HashMap<>();

  public AwsCli(URI endpoint, Map<String, String> account) {
    this.endpoint = endpoint;
    environment.putAll(account);
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_MAX_ATTEMPTS", "1");
    environment.put("AWS_PAGER", "");
  }

  /** The same account at another address. */
  public AwsCli at(URI other) {
    return new AwsCli(other, environment);
  }

  /** Runs a command, such as {@code ec2 describe-regions}. */
  public ChildProcess.Ended run(String... words) {
    List<String> command = new ArrayList<>(List.of("aws", "--output", "text"));
    // Older ones do not know the variable.
    command.addAll(List.of("--endpoint-url", endpoint.toString()));
    command.addAll(Arrays.asList(words));
    return ChildProcess.of(command).with(environment).within(Duration.ofSeconds(90)).run();
  }

  /** What a command printed, without white space around. */
  public String print(String... words) {
    return run(words).orThrow().strip();
  }

  /** Words of the output. */
  public List<String> words(String... words) {
    String text = print(words);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+"));
  }
}

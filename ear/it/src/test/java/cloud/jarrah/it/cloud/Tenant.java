package cloud.jarrah.it.cloud;

import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An account made for one test class, so that classes do not see each other's things. After each
 * test its instances are terminated.
 */
public final class Tenant implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TestedCloud cloud;
  private final String name;
  private @Nullable Map<String, String> environment;

  private Tenant(TestedCloud cloud, String name) {
    this.cloud = cloud;
    this.name = name;
  }

  /** An account whose name nobody has yet. */
  public static Tenant of(TestedCloud cloud, String prefix) {
    byte[] suffix = new byte[3];
    RANDOM.nextBytes(suffix);
    return new Tenant(cloud, "it-" + prefix + "-" + HexFormat.of().formatHex(suffix));
  }

  /** An account that is there already. */
  public static Tenant existing(TestedCloud cloud, String name) {
    return new Tenant(cloud, name);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    cloud.jarrah("add-account", name).orThrow();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    machines().end();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    machines().end();
  }

  public TestedCloud cloud() {
    return cloud;
  }

  public String name() {
    return name;
  }

  /** What the launcher exports for the account's tools. */
  public Map<String, String> environment() {
    if (environment == null) {
      environment = cloud.environmentOf(name);
    }
    return environment;
  }

  private String variable(String variable) {
    return Objects.requireNonNull(environment().get(variable), variable);
  }

  public String imageId() {
    return variable("JARRAH_IMAGE");
  }

  public Keys keys() {
    return new Keys(variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"));
  }

  public QueryClient query() {
    return new QueryClient(cloud.endpoint(), keys());
  }

  public String accountId() {
    return query().sts("GetCallerIdentity").orThrow().xml().first("Account");
  }

  public Machines machines() {
    return new Machines(query(), imageId());
  }
}

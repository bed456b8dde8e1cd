package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.FenceMethod;
import cloud.jarrah.hosts.entity.FenceSettings;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how hosts are switched off. What is given becomes arguments of a program, so it is checked.
 */
@Singleton
public class FencingSetup {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,254}");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,31}");

  /** As long as IPMI 2.0 allows. */
  private static final Pattern PASSWORD = Pattern.compile("[\\x21-\\x7e]{1,20}");

  private final EntityManager entities;
  private final Sealing sealing;
  private final DatabaseTime time;

  @Inject
  public FencingSetup(EntityManager entities, Sealing sealing, DatabaseTime time) {
    this.entities = entities;
    this.sealing = sealing;
    this.time = time;
  }

  /** What was asked for, and found to be well formed. */
  public record Wanted(FenceMethod method, String address, String userName, String password) {
    @Override
    public String toString() {
      return "Wanted[" + method + " " + address + "]";
    }
  }

  public static Wanted check(
      @Nullable String method,
      @Nullable String address,
      @Nullable String userName,
      @Nullable String password) {
    if (!FenceMethod.IPMI.name().equals(method)) {
      throw Wording.invalid("method", method == null ? "" : method, "It must be IPMI.");
    }
    return new Wanted(
        FenceMethod.IPMI,
        matching("address", address, ADDRESS, "A name or an address of a management controller."),
        matching("userName", userName, USER, "At most 32 letters, digits, '_', '.', '@', '-'."),
        secret(password));
  }

  private static String matching(
      String name, @Nullable String value, Pattern allowed, String rule) {
    if (value == null || !allowed.matcher(value).matches()) {
      throw Wording.invalid(name, value == null ? "" : value, rule);
    }
    return value;
  }

  /** An error must not repeat it. */
  private static String secret(@Nullable String value) {
    if (value == null || !PASSWORD.matcher(value).matches()) {
      throw Wording.invalid("password", "***", "1 to 20 printable characters without spaces.");
    }
    return value;
  }

  /** Call in the transaction of the change. */
  public void put(String hostId, Wanted wanted) {
    entities.merge(
        new FenceSettings(hostId, wanted.method(), wanted.address(), time.now())
            .by(wanted.userName(), sealing.seal(wanted.password(), FenceSettings.place(hostId))));
  }
}

package cloud.jarrah.web.signature;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Configuration of signatures. */
@Singleton
public class SignatureSettings {
  private static final Pattern TRUTH = Pattern.compile("true|false");

  private final boolean allowV2;

  @Inject
  SignatureSettings(Settings settings) {
    this(Boolean.parseBoolean(settings.text("jarrah.signatures.allow-v2", "true", TRUTH)));
  }

  public SignatureSettings(boolean allowV2) {
    this.allowV2 = allowV2;
  }

  /**
   * {@code jarrah.signatures.allow-v2}: whether Signature Version 2 is accepted; the clients of
   * Eucalyptus' days know nothing else.
   */
  boolean allowV2() {
    return allowV2;
  }
}

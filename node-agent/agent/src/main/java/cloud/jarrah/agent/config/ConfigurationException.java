package cloud.jarrah.agent.config;

/** The configuration cannot be used; the message says which key and what to write. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}

package cloud.jarrah.agent;

/** The version that the agent reports. */
public final class AgentVersion {
  public static final String TEXT =
      text(AgentVersion.class.getPackage().getImplementationVersion());

  private AgentVersion() {}

  private static String text(@org.jspecify.annotations.Nullable String fromManifest) {
    return fromManifest == null ? "development" : fromManifest;
  }
}

package cloud.jarrah.platform.actions;

/**
 * A bound request on its way to its handler.
 *
 * @param dryRun stop before anything is changed and answer DryRunOperation
 */
public record Invocation(
    Caller caller, Service service, String action, Object request, boolean dryRun) {

  public Invocation(Caller caller, Service service, String action, Object request) {
    this(caller, service, action, request, false);
  }
}

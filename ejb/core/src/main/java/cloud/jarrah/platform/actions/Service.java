package cloud.jarrah.platform.actions;

/** A family of actions with its own wire conventions. */
public enum Service {
  EC2("ec2"),
  STS("sts"),
  /** The administration API, {@code /admin/v1}. */
  ADMIN("jarrah"),
  /** What hosts ask over HTTPS: enrolment and images, {@code /node/v1}. */
  NODE("node");

  private final String prefix;

  Service(String prefix) {
    this.prefix = prefix;
  }

  /** As in {@code ec2:RunInstances}, and in ARNs. */
  public String prefix() {
    return prefix;
  }
}

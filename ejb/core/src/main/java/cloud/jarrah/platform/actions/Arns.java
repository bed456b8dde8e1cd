package cloud.jarrah.platform.actions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Names of EC2's resources: {@code arn:aws:ec2:REGION:ACCOUNT:TYPE/ID}. */
@Singleton
public final class Arns {
  private final Region region;

  @Inject
  public Arns(Region region) {
    this.region = region;
  }

  /**
   * A resource of this region.
   *
   * @param accountId empty: it is not of an account, like images
   * @param id {@code *} of what is about to be made
   */
  public String of(String accountId, String type, String id) {
    return in(region.region(), accountId, type, id);
  }

  /** The same for those who know the region. */
  public static String in(String region, String accountId, String type, String id) {
    return "arn:aws:ec2:" + region + ":" + accountId + ":" + type + "/" + id;
  }
}

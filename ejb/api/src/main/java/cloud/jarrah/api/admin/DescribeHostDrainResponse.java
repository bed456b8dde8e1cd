package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the emptying of a host has come.
 *
 * @param duty IN_SERVICE, DRAINING or MAINTENANCE
 * @param since since when; absent: since it joined
 * @param rest what becomes of what cannot be moved; absent: the host is in service
 * @param left how many instances stand in the way of MAINTENANCE
 */
public record DescribeHostDrainResponse(
    String hostId,
    String hostName,
    String duty,
    @Nullable Instant since,
    @Nullable String rest,
    int left,
    List<Occupant> instances) {
  public DescribeHostDrainResponse {
    instances = List.copyOf(instances);
  }

  /**
   * An instance of which something is on the host.
   *
   * @param stage MOVING, NEXT (it is moved as soon as others have gone), WAITING (for something
   *     that passes), LEFT (it cannot be moved) or STOPPED (it is no hindrance, and stays)
   * @param reason for people
   */
  public record Occupant(String instanceId, String state, String stage, String reason) {}
}

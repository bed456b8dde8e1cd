package cloud.jarrah.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a host sees of one instance.
 *
 * @param generation the newest generation the host has begun to apply to it
 * @param since when it came into this state, by the host's clock
 * @param detail human text, for example why the launch failed
 * @param bootGeneration for which generation its present or last run was begun; 0: not known
 * @param berth of ARRIVING: where the instance can be sent
 */
public record InstanceObservation(
    String instanceId,
    long generation,
    Power power,
    Instant since,
    @Nullable String detail,
    long bootGeneration,
    @Nullable Berth berth) {

  public InstanceObservation(
      String instanceId,
      long generation,
      Power power,
      Instant since,
      @Nullable String detail,
      long bootGeneration) {
    this(instanceId, generation, power, since, detail, bootGeneration, null);
  }

  /** State of a domain. */
  public enum Power {
    /** Image, disk or domain are being made. */
    PREPARING,
    RUNNING,
    /** Switched off because the cloud wanted it. */
    OFF,
    /** Switched off by the guest itself. */
    GUEST_OFF,
    /** The domain died without anybody having asked for it. */
    CRASHED,
    /** Nothing of it is left here. Only in answers: an inventory does not list what is absent. */
    ABSENT,
    /** It could not be made. */
    FAILED,
    /** A place is ready for it; it has not arrived. */
    ARRIVING,
    /** It has moved to another host; what is left of it here does not run. */
    DEPARTED
  }
}

package cloud.jarrah.api.admin;

/**
 * The host is being emptied, or is empty already.
 *
 * @param duty DRAINING or MAINTENANCE
 */
public record DrainHostResponse(String hostId, String duty, String rest) {}

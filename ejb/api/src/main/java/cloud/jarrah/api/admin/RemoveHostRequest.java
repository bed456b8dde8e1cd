package cloud.jarrah.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * Asks to forget a host that has no instances any more.
 *
 * @param force true: although it has some; the host is lost, and they end with it
 */
public record RemoveHostRequest(String hostId, @Nullable Boolean force) {}

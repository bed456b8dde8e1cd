package cloud.jarrah.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * How a host is emptied.
 *
 * @param rest what becomes of instances that run and cannot be moved: LEAVE (also if absent) or
 *     STOP
 */
public record HostDrainSettings(@Nullable String rest) {}

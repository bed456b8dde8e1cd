package cloud.jarrah.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * Asks to move a running instance to another host.
 *
 * @param hostId where to; absent: wherever there is room
 */
public record MigrateInstanceRequest(String instanceId, @Nullable String hostId) {}

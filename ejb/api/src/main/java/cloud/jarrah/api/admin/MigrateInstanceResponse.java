package cloud.jarrah.api.admin;

/** The move has begun. */
public record MigrateInstanceResponse(
    String migrationId, String instanceId, String fromHostId, String toHostId) {}

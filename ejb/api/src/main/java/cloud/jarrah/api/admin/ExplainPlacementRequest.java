package cloud.jarrah.api.admin;

/** Asks why an instance is where it is, or why it found no place. */
public record ExplainPlacementRequest(String instanceId) {}

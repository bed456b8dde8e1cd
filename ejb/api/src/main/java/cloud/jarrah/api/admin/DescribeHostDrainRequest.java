package cloud.jarrah.api.admin;

/** Asks what is still on a host, and why. */
public record DescribeHostDrainRequest(String hostId) {}

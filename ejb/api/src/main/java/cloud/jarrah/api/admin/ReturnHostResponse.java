package cloud.jarrah.api.admin;

/** The host is in service. */
public record ReturnHostResponse(String hostId, String duty) {}

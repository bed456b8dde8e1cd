package cloud.jarrah.api.admin;

/** The host is gone. */
public record RemoveHostResponse(String hostId) {}

package cloud.jarrah.api.admin;

/** Asks to forget a host that has no instances any more. */
public record RemoveHostRequest(String hostId) {}

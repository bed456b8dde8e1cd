package cloud.jarrah.api.admin;

/** Says that a silent host is off, seen with one's own eyes or at its socket. */
public record ConfirmHostOffRequest(String hostId) {}

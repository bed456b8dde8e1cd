package cloud.jarrah.api.admin;

/** Takes a host into service again; moves that have not begun are called off. */
public record ReturnHostRequest(String hostId) {}

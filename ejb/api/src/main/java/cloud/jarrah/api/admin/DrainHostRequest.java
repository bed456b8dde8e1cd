package cloud.jarrah.api.admin;

/** Asks to empty a host. Asked again it changes what becomes of the rest, if that differs. */
public record DrainHostRequest(String hostId, HostDrainSettings settings) {}

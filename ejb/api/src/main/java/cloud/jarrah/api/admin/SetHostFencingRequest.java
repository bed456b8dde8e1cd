package cloud.jarrah.api.admin;

/** Says how a host can be switched off when it has failed. */
public record SetHostFencingRequest(String hostId, HostFencingSettings settings) {}

package cloud.jarrah.api.admin;

/** How the host will be switched off; the password is never shown. */
public record SetHostFencingResponse(String hostId, String method, String address) {}

package cloud.jarrah.api.admin;

/**
 * Asks for a one-time token with which one host may join the cloud.
 *
 * @param hostName the only name the host may enrol under
 */
public record CreateEnrolmentTokenRequest(String hostName) {}

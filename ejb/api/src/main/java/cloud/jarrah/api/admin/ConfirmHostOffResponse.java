package cloud.jarrah.api.admin;

/**
 * The host counts as switched off.
 *
 * @param epoch what the host says with an older one no longer counts
 */
public record ConfirmHostOffResponse(String hostId, String standing, int epoch) {}

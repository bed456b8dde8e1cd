package cloud.jarrah.api.admin;

/**
 * Asks for a new account with its first user.
 *
 * @param name unique; letters, digits and {@code -.@_}, at most 30
 */
public record CreateAccountRequest(String name) {}

package cloud.jarrah.api.admin;

/** Asks for all accounts. */
public record ListAccountsRequest() {}

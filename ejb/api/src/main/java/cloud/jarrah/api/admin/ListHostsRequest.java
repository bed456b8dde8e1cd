package cloud.jarrah.api.admin;

/** Asks for all hosts. */
public record ListHostsRequest() {}
